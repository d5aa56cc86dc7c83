'use client';

import { type ReactNode, useRef, useState } from 'react';
import { useKeptFocus } from '@/components/cell/use-kept-focus';
import { lateComponent } from '@/components/ui/late-component';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { PanelName } from '@/components/variables/lesson-panel';
import type { DraftsNote } from '@/lib/drafts';
import { isBusy } from '@/lib/lesson/state-words';
import { DeviceMenu } from './device-menu';
import styles from './lesson-toolbar.module.css';
import { useLesson } from './use-lesson';
import { useLessonValue } from './use-lesson-value';

const LessonPanel = lateComponent(
  async () => (await import('@/components/variables/lesson-panel')).LessonPanel,
);

/**
 * What concerns the lesson as a whole: running it, looking inside, the device, and whether edits are kept.
 * Belongs after the text in the same column: it sticks to the bottom of the window while that is read.
 */
export function LessonToolbar({ children }: { children?: ReactNode }) {
  const store = useLesson();
  const hydrated = useHydrated();
  const busy = useLessonValue(({ kernel }) =>
    Object.values(kernel.cells).some((cell) => isBusy(cell.state)),
  );
  const stale = useLessonValue(({ kernel }) =>
    Object.values(kernel.cells).some((cell) => cell.state === 'stale'),
  );
  const { panel, toggle, close } = usePanel();
  const all = useRef<HTMLButtonElement>(null);
  const rest = useRef<HTMLButtonElement>(null);
  const stop = useRef<HTMLButtonElement>(null);
  useKeptFocus(rest, !stale, all);
  useKeptFocus(stop, !busy, all);
  return (
    <div className={styles.toolbar} role="group" aria-label={`The whole ${store.kind}`}>
      {panel !== null && <LessonPanel name={panel} onClose={close} />}
      <Message />
      <div className={styles.row}>
        <div className={styles.runs}>
          <button
            ref={all}
            type="button"
            className={styles.primary}
            disabled={!hydrated}
            onClick={store.runAll}
            onPointerEnter={() => store.approach('run')}
            onFocus={() => store.approach('run')}
          >
            Run all
          </button>
          <button
            ref={rest}
            type="button"
            className={styles.button}
            onClick={store.runStale}
            disabled={!stale}
          >
            Run stale
          </button>
          <button
            ref={stop}
            type="button"
            className={styles.button}
            onClick={store.stop}
            disabled={!busy}
          >
            Stop all
          </button>
          <button
            type="button"
            className={styles.button}
            onClick={store.restart}
            disabled={!hydrated}
          >
            Restart
          </button>
        </div>
        <PanelButton name="variables" words="Variables" shown={panel} onToggle={toggle} />
        <PanelButton name="map" words="Map" shown={panel} onToggle={toggle} />
        <DraftsStatus />
        {children}
        <DeviceMenu />
      </div>
    </div>
  );
}

/** At most one panel is open; when it is closed from within, the keyboard is back on the button that opened it. */
function usePanel() {
  const [panel, setPanel] = useState<PanelName | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const toggle = (name: PanelName, button: HTMLButtonElement) => {
    opener.current = button;
    setPanel(panel === name ? null : name);
  };
  const close = () => {
    setPanel(null);
    opener.current?.focus();
  };
  return { panel, toggle, close };
}

type PanelButtonProps = {
  name: PanelName;
  words: string;
  shown: PanelName | null;
  onToggle: (name: PanelName, button: HTMLButtonElement) => void;
};

function PanelButton({ name, words, shown, onToggle }: PanelButtonProps) {
  const hydrated = useHydrated();
  return (
    <button
      type="button"
      className={styles.button}
      aria-expanded={shown === name}
      disabled={!hydrated}
      onClick={(event) => onToggle(name, event.currentTarget)}
      onPointerEnter={LessonPanel.fetchAhead}
      onFocus={LessonPanel.fetchAhead}
    >
      {words}
    </button>
  );
}

/** What last happened to the sandbox. Its place is always there, so that a screen reader hears a change. */
function Message() {
  const message = useLessonValue(({ kernel }) => kernel.message);
  const status = useLessonValue(({ kernel }) => kernel.status);
  const failed = status === 'failed';
  const [hidden, setHidden] = useState<string | null>(null);
  // Whatever happens to the sandbox next is told, though it be in the same words.
  if (hidden !== null && status !== 'ready') setHidden(null);
  const shown = message === hidden ? null : message;
  return (
    <div className={styles.message} data-failed={failed || undefined}>
      <p role="status">{shown}</p>
      {shown !== null && status === 'ready' && (
        <button type="button" className={styles.button} onClick={() => setHidden(shown)}>
          Hide
        </button>
      )}
    </div>
  );
}

/** In place of the sentence, where the row has no room for it; what could not be kept is told in full. */
const DRAFTS_WORDS: Record<DraftsNote['state'], string> = {
  none: 'Not saved',
  saving: 'Unsaved',
  saved: 'Saved',
  refused: '',
};

function DraftsStatus() {
  const { state, text } = useLessonValue(({ drafts }) => drafts);
  const word = text === '' ? '' : DRAFTS_WORDS[state];
  return (
    <p
      className={styles.drafts}
      data-state={state}
      title={text}
      role={state === 'refused' ? 'status' : undefined}
    >
      {word === '' ? (
        text
      ) : (
        <>
          <span aria-hidden="true">{word}</span>
          <span className={styles.spoken}>{text}</span>
        </>
      )}
    </p>
  );
}
