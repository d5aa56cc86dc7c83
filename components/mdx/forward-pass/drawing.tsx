import type { ReactNode } from 'react';
import { HEIGHT, WIDTH, WOMAN, type ForwardPassPicture } from '@/lib/figures/forward-pass';
import { Answer } from './answer';
import styles from './drawing.module.css';
import { Headings, InputNames, SampleNote } from './labels';
import { Changes, MovingEdges, Signals, Weights } from './lines';
import lines from './lines.module.css';
import { percent } from './percent';
import { Units } from './units';

/** Room above the network for the layers' names, and below it for a note. */
const TOP = 44;
const FOOT = 24;
const TALL = TOP + HEIGHT + FOOT;

/**
 * Two drawings in one place. Beneath, the weights that rest, which are most of the ink: painted once,
 * and then only faded as a whole. Above, all that moves, and the words.
 */
export function Drawing({ picture }: { picture: ForwardPassPicture }) {
  return (
    <div className={styles.stage}>
      <div className={styles.place}>
        <svg className={`${styles.drawing} ${lines.weights}`} height={TALL} aria-hidden="true">
          <Network>
            <Weights strokes={picture.weights} />
          </Network>
        </svg>
        <svg className={styles.drawing} role="img" height={TALL}>
          <title>One step of a neural network’s training</title>
          <desc>{describe(picture)}</desc>
          <Network>
            <g className={lines.weights}>
              <MovingEdges edges={picture.moving} />
            </g>
            <Signals layers={picture.signals} />
            <Changes layers={picture.changes} />
            <Units layers={picture.units} />
          </Network>
          <svg y={TOP} height={HEIGHT} overflow="visible">
            <Headings />
            <InputNames />
            <SampleNote />
            <Answer picture={picture} />
          </svg>
        </svg>
      </div>
    </div>
  );
}

/**
 * Stretched to the page's width, with lines that keep theirs. What holds text stands outside, placed
 * by shares of that width, and is not stretched.
 */
function Network({ children }: { children: ReactNode }) {
  return (
    <svg
      className={styles.network}
      y={TOP}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      overflow="visible"
    >
      {children}
    </svg>
  );
}

function describe({ answer, answerAfter }: ForwardPassPicture): string {
  const numbers = WOMAN.map(({ name, value }) => `${name} ${value}`).join(', ');
  return (
    `Eight numbers about a woman (${numbers}) pass through layers of 64 and 32 units to one answer: ` +
    `diabetes with a probability of ${percent(answer)}. She did develop it. The error goes back ` +
    `through the layers, the weights change, and the answer becomes ${percent(answerAfter)}.`
  );
}
