import { browserEffects, type DraftsEffects } from './effects';
import { History } from './history';
import { LessonDrafts } from './lesson-drafts';
import { outputsRefused, versionsRefused, type DraftsNote } from './note';
import { SavedOutputs } from './saved-outputs';

/** What this browser keeps of a reader's work on one lesson. */
export type Work = {
  drafts: LessonDrafts;
  history: History;
  outputs: SavedOutputs;
  /** Whether it is all kept. What the reader wrote counts before what the cells show. */
  getNote(): DraftsNote;
  subscribe(listener: () => void): () => void;
  /** Keeps what waits, and lets go of the page. */
  close(): void;
};

/** Opens the reader's work on a lesson. */
export function openWork(lesson: string, effects: DraftsEffects = browserEffects()): Work {
  const listeners = new Set<() => void>();
  const refusals: Record<'versions' | 'outputs', DraftsNote | null> = {
    versions: null,
    outputs: null,
  };
  const tell = () => listeners.forEach((listener) => listener());
  const refuse = (kind: keyof typeof refusals, note: DraftsNote | null) => {
    refusals[kind] = note;
    tell();
  };
  const history = new History(lesson, effects, (error) =>
    refuse('versions', error === null ? null : versionsRefused(error)),
  );
  const drafts = new LessonDrafts(lesson, effects, history);
  const outputs = new SavedOutputs(lesson, effects, (error) =>
    refuse('outputs', error === null ? null : outputsRefused(error)),
  );
  const draftsChanged = () => {
    tell();
    if (drafts.getNote().state !== 'saved') return;
    // There is room again, or leave to use it.
    if (refusals.versions !== null) void history.tryAgain();
    if (refusals.outputs !== null) void outputs.flush();
  };
  const stops = [
    drafts.subscribe(draftsChanged),
    history.subscribe(tell),
    effects.onLeave(() => {
      history.settleAll();
      void outputs.flush();
    }),
  ];
  return {
    drafts,
    history,
    outputs,
    getNote() {
      const note = drafts.getNote();
      return note.state === 'refused' ? note : (refusals.versions ?? refusals.outputs ?? note);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      listeners.clear();
      stops.forEach((stop) => stop());
      drafts.close();
      history.close();
      void outputs.flush();
    },
  };
}
