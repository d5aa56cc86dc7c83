import { HEIGHT, WIDTH, WOMAN, type ForwardPassPicture } from '@/lib/figures/forward-pass';
import { Answer } from './answer';
import styles from './forward-pass.module.css';
import { Headings, InputNames, SampleNote } from './labels';
import { Changes, MovingEdges, Signals, Weights } from './lines';
import { percent } from './percent';
import { Units } from './units';

/** Room above the network for the layers' names, and below it for a note. */
const TOP = 44;
const FOOT = 24;

/**
 * The network is stretched to the page's width, with lines that keep theirs; what holds text is
 * placed by shares of that width, and is not stretched.
 */
export function Drawing({ picture }: { picture: ForwardPassPicture }) {
  return (
    <div className={styles.stage}>
      <svg className={styles.drawing} role="img" height={TOP + HEIGHT + FOOT}>
        <title>One step of a neural network’s training</title>
        <desc>{describe(picture)}</desc>
        <svg y={TOP} height={HEIGHT} overflow="visible">
          <svg
            className={styles.network}
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            preserveAspectRatio="none"
            overflow="visible"
          >
            <g className={styles.weights}>
              <Weights strokes={picture.weights} />
              <MovingEdges edges={picture.moving} />
            </g>
            <Signals layers={picture.signals} />
            <Changes layers={picture.changes} />
            <Units layers={picture.units} />
          </svg>
          <Headings />
          <InputNames />
          <SampleNote />
          <Answer picture={picture} />
        </svg>
      </svg>
    </div>
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
