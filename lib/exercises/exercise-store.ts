import type { LessonStore } from '@/lib/lesson/lesson-store';
import { judgeChoice, judgeNumber, judgePrediction, judgeText, LEAST_TEXT } from './answers';
import { predicted, tooShort, type NotYet } from './answers';
import { readChoice } from './choice';
import type { CodeExercise, Exercise, PredictionExercise } from './exercise';
import { answerCell } from './exercise-lesson';
import { changedGiven, withGiven } from './given';
import { UNTOUCHED, type ExerciseSnapshot } from './exercise-snapshot';
import { exerciseEffects, type ExerciseEffects } from './exercise-effects';
import { afterCheck, afterHint, afterSolution, type Mark, type Progress } from './progress';
import type { Verdict } from './verdict';
import { spokenVerdict } from './verdict-words';

const ASK_TWICE =
  'You have not tried yet. Press Solution once more to see it all the same; your progress then says so.';
const PUT_BACK = 'The given lines were changed, so this was not checked.';
const NOT_KEPT = 'This browser does not keep your progress: its storage is full, or not allowed.';

/** One exercise on the page: what was checked, and what of hints and solution the reader has seen. */
export class ExerciseStore {
  readonly #listeners = new Set<() => void>();
  #snapshot = UNTOUCHED;
  /** What an earlier visit has found of an answer, until that answer is on the page or another is checked. */
  #kept: { mark: Mark; answer: string } | null = null;
  /** What was missing from an answer, until it is another. */
  #wanting: { note: string; answer: string } | null = null;
  #stop: (() => void) | null = null;
  /** Counts what takes time, so that what was stopped on its way to the sandbox ends there. */
  #turn = 0;
  #closed = false;
  readonly #unsubscribe: () => void;
  /** What earlier visits have done is known. */
  readonly #remembered: Promise<void>;

  constructor(
    private readonly slug: string,
    private readonly exercise: Exercise,
    private readonly lesson: LessonStore,
    private readonly effects: ExerciseEffects = exerciseEffects,
  ) {
    this.#unsubscribe = lesson.subscribe(() => {
      this.#recall();
      this.#outgrow();
    });
    this.#remembered = this.#loadProgress().catch(() => undefined);
  }

  getSnapshot = (): ExerciseSnapshot => this.#snapshot;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  close(): void {
    this.#closed = true;
    this.#stop?.();
    this.#unsubscribe();
    this.#listeners.clear();
  }

  // ---- Check ----

  check = async (): Promise<void> => {
    const { exercise } = this;
    if (this.#snapshot.status === 'running') return;
    this.lesson.versions.ran([this.#cell]);
    switch (exercise.kind) {
      case 'code':
        return this.#checkCode(exercise);
      case 'choice':
        return this.#take(judgeChoice(exercise, readChoice(this.#answer)));
      case 'number':
        return this.#take(judgeNumber(exercise, this.#answer));
      case 'prediction':
        return this.#checkPrediction(exercise);
      case 'text':
        return this.#compare();
      default:
        return exercise satisfies never;
    }
  };

  stop = (): void => this.#stop?.();

  /** Of an answer in words: whether the reader finds that it says the same as the author's. */
  ownWord = (same: boolean): void => {
    if (this.exercise.kind !== 'text') return;
    void this.#take(judgeText(this.exercise, this.#answer, same));
  };

  putBack = (): void => {
    if (this.exercise.kind !== 'code') return;
    const { starter, given } = this.exercise;
    this.lesson.replace({ [this.#cell]: withGiven(starter, given, this.#answer) });
    this.#set({ changedLines: [], note: '', said: 'The given lines are as they were.' });
  };

  /** The answer is as it was at first, and nothing is said of it. */
  reset = (): void => {
    this.#stop?.();
    this.#kept = null;
    this.lesson.reset(this.#cell);
    const { hints, solution, solutionCode, progress } = this.#snapshot;
    const said = 'As it was at first. Undo brings yours back.';
    this.#set({ ...UNTOUCHED, hints, solution, solutionCode, progress, said });
  };

  // ---- Hints and the solution ----

  hint = (): void => {
    const hints = Math.min(this.#snapshot.hints + 1, this.exercise.hints);
    this.#set({ hints });
    this.#record((progress) => afterHint(progress, hints));
  };

  /** Shows the solution, or hides it; without an attempt, only when it is asked for twice. */
  solve = async (): Promise<void> => {
    await this.#remembered;
    const { solution, progress } = this.#snapshot;
    if (solution === 'loading') return;
    if (solution === 'shown') return this.#set({ solution: 'hidden', said: 'Solution hidden.' });
    const tried = this.#snapshot.verdict !== null || (progress?.attempts ?? 0) > 0;
    const asked = solution === 'warned' || (progress?.solution ?? null) !== null;
    if (!tried && !asked)
      return this.#set({ solution: 'warned', note: ASK_TWICE, said: ASK_TWICE });
    this.#set({ solution: 'loading', note: '' });
    try {
      const solutionCode = this.exercise.kind === 'code' ? await this.#solution() : '';
      this.#set({ solution: 'shown', solutionCode });
      this.#record((kept) => afterSolution(kept, this.effects.now()));
    } catch (error) {
      this.#set({ solution: 'hidden', ...failure(error) });
    }
  };

  async #solution(): Promise<string> {
    return (await this.effects.loadMaterial(this.slug, this.exercise.id)).solution;
  }

  // ---- Kinds ----

  async #checkCode(exercise: CodeExercise): Promise<void> {
    const answer = this.#answer;
    const changedLines = changedGiven(exercise.starter, exercise.given, answer);
    if (changedLines.length > 0) {
      return this.#set({ changedLines, note: PUT_BACK, said: PUT_BACK });
    }
    await this.#running(async (isStopped) => {
      const material = await this.effects.loadMaterial(this.slug, exercise.id);
      if (isStopped()) return;
      const check = await this.effects.checkCode(exercise, material, answer, () =>
        this.#set({ ended: this.#snapshot.ended + 1 }),
      );
      if (isStopped()) return check.stop();
      this.#stop = check.stop;
      const { verdict, error, figures } = await check.result;
      this.#finish(verdict, answer, { error, figures });
    });
  }

  async #checkPrediction(exercise: PredictionExercise): Promise<void> {
    const answer = this.#answer;
    const committed = predicted(exercise, answer);
    if ('notYet' in committed) return this.#take(committed);
    await this.#running(async (isStopped) => {
      const material = await this.effects.loadMaterial(this.slug, exercise.id);
      if (isStopped()) return;
      const run = await this.effects.reveal(exercise, material);
      if (isStopped()) return run.stop();
      this.#stop = run.stop;
      const end = await run.result;
      if (end.how === 'stopped') return this.#set({ status: 'unattempted', said: 'Stopped.' });
      if (end.how === 'failed') throw new Error(end.why);
      const { revealed } = end;
      this.#finish(judgePrediction(exercise, committed.ys, revealed.ys), answer, { revealed });
    });
  }

  #compare(): void {
    if (this.#answer.trim().length < LEAST_TEXT) return this.#want(tooShort(this.#answer));
    this.#set({ comparing: true, note: '', said: 'The author’s answer is shown beneath yours.' });
  }

  /** Around what takes time. What goes wrong on the way there is said, and leaves the verdict as it was. */
  async #running(work: (isStopped: () => boolean) => Promise<void>): Promise<void> {
    const { status } = this.#snapshot;
    const turn = ++this.#turn;
    const isStopped = () => turn !== this.#turn;
    this.#kept = null;
    this.#stop = () => {
      this.#turn += 1;
      this.#stop = null;
      this.#set({ status, said: 'Stopped.' });
    };
    this.#set({ status: 'running', ended: 0, note: '', changedLines: [], said: 'Checking.' });
    try {
      await work(isStopped);
    } catch (error) {
      if (!isStopped()) this.#set({ status, ...failure(error) });
    } finally {
      if (!isStopped()) this.#stop = null;
    }
  }

  #take(verdict: Verdict | NotYet): void {
    if ('notYet' in verdict) return this.#want(verdict.notYet);
    this.#finish(verdict, this.#answer, {});
  }

  #want(note: string): void {
    this.#wanting = { note, answer: this.#answer };
    this.#set({ note, said: note });
  }

  /** What was wrong with the former answer, so that it was not checked, is not said of the next. */
  #outgrow(): void {
    const { exercise } = this;
    const { note, changedLines } = this.#snapshot;
    if (this.#wanting !== null && this.#wanting.answer !== this.#answer) {
      if (note === this.#wanting.note) this.#set({ note: '' });
      this.#wanting = null;
    }
    if (changedLines.length === 0 || exercise.kind !== 'code') return;
    if (changedGiven(exercise.starter, exercise.given, this.#answer).length > 0) return;
    this.#set({ changedLines: [], note: note === PUT_BACK ? '' : note });
  }

  #finish(verdict: Verdict, checked: string, found: Partial<ExerciseSnapshot>): void {
    this.#kept = null;
    this.#set({
      ...{ error: null, figures: {}, changedLines: [], note: '', before: null, comparing: false },
      ...found,
      ...{ verdict, checked, status: verdict.status },
      said: spokenVerdict(verdict),
    });
    this.#record((progress) => afterCheck(progress, verdict, checked, this.effects.now()));
  }

  // ---- Progress ----

  async #loadProgress(): Promise<void> {
    const store = await this.effects.progress();
    const progress = await store.read(this.exercise.id).catch(() => null);
    if (progress === null || this.#closed) return;
    this.#set({ progress });
    if (progress.last !== null && this.#snapshot.verdict === null) {
      this.#kept = { mark: progress.last, answer: progress.answer };
      this.#recall();
    }
  }

  /** An answer that is on the page again is as good as it was. */
  #recall(): void {
    if (this.#kept === null || this.#snapshot.status !== 'unattempted') return;
    const { mark, answer } = this.#kept;
    if (answer === '' || answer !== this.#answer) return;
    this.#kept = null;
    const { status, points, possible, when } = mark;
    const verdict: Verdict = {
      ...{ status, points, possible, tests: [], mistake: null, message: '' },
      selfChecked: true,
    };
    this.#set({ verdict, status, checked: answer, before: when });
  }

  #record(how: (progress: Progress) => Progress): void {
    void this.effects
      .progress()
      .then((store) => store.change(this.exercise.id, this.slug, how))
      .then(
        (progress) => this.#set({ progress }),
        () => this.#set({ note: NOT_KEPT }),
      );
  }

  get #cell(): string {
    return answerCell(this.exercise.id);
  }

  get #answer(): string {
    return this.lesson.getSnapshot().kernel.cells[this.#cell]?.code ?? '';
  }

  #set(change: Partial<ExerciseSnapshot>): void {
    if (this.#closed) return;
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function failure(error: unknown): { note: string; said: string } {
  const note = error instanceof Error ? error.message : String(error);
  return { note, said: note };
}
