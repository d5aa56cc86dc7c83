'use client';

import { useCallback, useId, useRef, useState } from 'react';
import type { AnyHistory, Drawing, Picture } from '@/lib/figures';
import { FigureCanvas, type Pointed } from './figure-canvas';
import { FigureControls } from './figure-controls';
import { FigureFormula } from './figure-formula';
import { FigureSettings } from './figure-settings';
import { FigureTable } from './figure-table';
import { FigureTools } from './figure-tools';
import { FigureWords } from './figure-words';
import styles from './figure-view.module.css';
import { useAnnouncement } from './use-announcement';
import { usePerFrame } from './use-per-frame';
import { failureWords, usePicture } from './use-picture';
import { usePlayback } from './use-playback';
import { useSettings } from './use-settings';
import { useStage } from './use-stage';
import { useThemeColors } from './use-theme-colors';

/** `live`: its cell runs, and frames may still arrive. */
type Props = { drawing: Drawing; history: AnyHistory; live: boolean };

/** Between drawings while training runs: often enough to look alive, and most of the processor is left to it. */
const LIVE_MS = 80;

/** One figure: drawing, words, and time as something to scrub through. */
export function FigureView({ drawing, history: newest, live }: Props) {
  const id = useId();
  const stage = useRef<HTMLDivElement>(null);
  const { width, visible } = useStage(stage);
  const asleep = live && !visible;
  const history = usePerFrame(newest, live ? LIVE_MS : 0, asleep);
  const playback = usePlayback(history.frames, live);
  const { set, change, press } = useSettings();
  const { picture, settings, sentence, failure } = usePicture(
    drawing,
    history,
    playback.at,
    width,
    set,
  );
  const [failed, onFailure] = useDrawingFailure(picture);
  const [pointed, setPointed] = useState<Pointed>(null);
  const [tableOpen, setTableOpen] = useState(false);
  const theme = useThemeColors();
  const announcement = useAnnouncement(sentence, live);
  const { figure } = history;
  const readout = pointed ? picture.readout(pointed.cursor) : '';
  const formula = pointed && picture.formula(pointed.cursor);
  const problem = failure ?? failed;
  return (
    <figure
      className={styles.figure}
      data-figure={figure.kind}
      data-step={history.frames[playback.at]?.step}
    >
      <FigureHead {...figure} />
      <div ref={stage} className={styles.stage}>
        <FigureCanvas
          picture={picture}
          theme={theme}
          cursor={pointed?.cursor ?? null}
          asleep={asleep}
          label={figure.title}
          describedBy={`${id}says ${id}keys`}
          onPoint={setPointed}
          onPress={press}
          onFailure={onFailure}
        />
        {problem && (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
      </div>
      <FigureWords id={id} sentence={sentence} readout={readout} byKey={pointed?.by === 'key'} />
      {formula && <FigureFormula tex={formula} />}
      <p className={styles.unseen} aria-live="polite">
        {announcement}
      </p>
      <FigureSettings title={figure.title} settings={settings} onSet={change} />
      <div className={styles.controls}>
        <FigureControls history={history} playback={playback} live={live} />
        <FigureTools
          drawing={drawing}
          history={history}
          at={playback.at}
          set={set}
          picture={picture}
          theme={theme}
          tableId={`${id}table`}
          tableOpen={tableOpen}
          onTable={setTableOpen}
          onFailure={onFailure}
        />
      </div>
      {tableOpen && playback.at >= 0 && (
        <FigureTable
          id={`${id}table`}
          drawing={drawing}
          history={history}
          at={playback.at}
          set={set}
        />
      )}
    </figure>
  );
}

function FigureHead({ title, caption }: AnyHistory['figure']) {
  return (
    <figcaption className={styles.head}>
      <span className={styles.title}>{title}</span>
      {caption && <span className={styles.caption}>{caption}</span>}
    </figcaption>
  );
}

/** What went wrong in drawing this very picture; the next picture starts without. */
function useDrawingFailure(picture: Picture): [string | null, (error: unknown) => void] {
  const [failure, setFailure] = useState<{ picture: Picture; words: string } | null>(null);
  const onFailure = useCallback(
    (error: unknown) => setFailure({ picture, words: failureWords(error) }),
    [picture],
  );
  return [failure?.picture === picture ? failure.words : null, onFailure];
}
