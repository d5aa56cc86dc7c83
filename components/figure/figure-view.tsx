'use client';

import { useId, useMemo, useRef, useState } from 'react';
import { when, type AnyHistory, type Drawing, type Picture } from '@/lib/figures';
import type { Pointed } from './figure-canvas';
import { FigureFormula } from './figure-formula';
import { FigureSettings } from './figure-settings';
import { FigureSide } from './figure-side';
import { FigureTable } from './figure-table';
import { useFigureTime } from './figure-time';
import { FigureTools } from './figure-tools';
import styles from './figure-view.module.css';
import { FigureWords } from './figure-words';
import { HeldPlace } from './held-place';
import { OwnScrubber } from './own-scrubber';
import { useAnnouncement } from './use-announcement';
import { useDrawingFailure } from './use-drawing-failure';
import { usePerFrame } from './use-per-frame';
import { usePicture } from './use-picture';
import { usePlayback } from './use-playback';
import { useSettings } from './use-settings';
import { useStage } from './use-stage';
import { useThemeColors } from './use-theme-colors';

/** `live`: its cell runs, and frames may still arrive. */
type Props = { drawing: Drawing; history: AnyHistory; live: boolean };

/** Between drawings while training runs: often enough to look alive, and most of the processor is left to it. */
const LIVE_MS = 80;

/** From this width on, two steps to be compared stand side by side, so far apart; else one above the other. */
const WIDE = 560;
const GAP = 24;

/** One figure: drawing, words, and time as something to scrub through. */
export function FigureView({ drawing, history: newest, live }: Props) {
  const id = useId();
  const stage = useRef<HTMLDivElement>(null);
  const { width, visible } = useStage(stage);
  const asleep = live && !visible;
  const history = usePerFrame(newest, live ? LIVE_MS : 0, asleep);
  const { figure, frames } = history;
  const steps = useMemo(() => frames.map(({ step }) => step), [frames]);
  const { time, own } = useFigureTime(figure.id);
  const { at, beside } = usePlayback(time, steps);
  const compares = beside >= 0;
  const sideWidth = compares && width >= WIDE ? Math.floor((width - GAP) / 2) : width;
  const { set, change, press } = useSettings();
  const now = usePicture(drawing, history, at, sideWidth, set);
  const then = usePicture(drawing, history, beside, sideWidth, set);
  const drawn = useDrawingFailure(now);
  const drawnBeside = useDrawingFailure(then);
  const [pointed, setPointed] = useState<Pointed>(null);
  const [tableOpen, setTableOpen] = useState(false);
  const theme = useThemeColors();
  const sentence = compares ? `A: ${then.sentence} B: ${now.sentence}` : now.sentence;
  const announcement = useAnnouncement(sentence, live);
  const readout = readoutOf(pointed, compares ? [then.picture, now.picture] : [now.picture]);
  const formula = now.picture.formula(pointed?.cursor ?? null);
  const side = {
    theme,
    asleep,
    pointed,
    title: figure.title,
    describedBy: `${id}says ${id}keys`,
    onPoint: setPointed,
    onPress: press,
  };
  return (
    <figure
      className={styles.figure}
      data-figure={figure.kind}
      data-step={steps[at]}
      data-beside={steps[beside]}
    >
      <FigureHead {...figure} />
      <div ref={stage} className={styles.stage} data-sides={sideWidth < width ? 2 : 1}>
        {compares && <FigureSide {...side} {...drawnBeside} name={`A: ${when(history, beside)}`} />}
        <FigureSide {...side} {...drawn} name={compares ? `B: ${when(history, at)}` : ''} />
      </div>
      <HeldPlace pointed={pointed !== null}>
        <FigureWords id={id} sentence={sentence} readout={readout} byKey={pointed?.by === 'key'} />
        {formula && <FigureFormula tex={formula} />}
      </HeldPlace>
      <p className={styles.unseen} aria-live="polite">
        {announcement}
      </p>
      <FigureSettings title={figure.title} settings={now.settings} onSet={change} />
      <div className={styles.controls}>
        {own && <OwnScrubber {...figure} steps={steps} time={time} live={live} />}
        <FigureTools
          drawing={drawing}
          history={history}
          at={at}
          set={set}
          picture={now.picture}
          theme={theme}
          tableId={`${id}table`}
          tableOpen={tableOpen}
          onTable={setTableOpen}
          onFailure={drawn.onFailure}
        />
      </div>
      {tableOpen && at >= 0 && (
        <FigureTable id={`${id}table`} drawing={drawing} history={history} at={at} set={set} />
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

/** What is at the cursor, on each side where two steps are compared. */
function readoutOf(pointed: Pointed, pictures: readonly Picture[]): string {
  if (pointed === null) return '';
  const [first = '', second] = pictures.map((picture) => picture.readout(pointed.cursor));
  return second === undefined ? first : `A: ${first} B: ${second}`;
}
