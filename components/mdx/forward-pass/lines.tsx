import type { CSSProperties } from 'react';
import { lookOf, type MovingEdge, type Stroke } from '@/lib/figures/forward-pass';
import styles from './lines.module.css';

/** The weights that rest, or change by too little to be seen. */
export function Weights({ strokes }: { strokes: readonly Stroke[] }) {
  return strokes.map(({ sign, strength, d }) => {
    const { width, tone } = lookOf(strength);
    return (
      <path
        key={`${sign}${strength}`}
        data-sign={sign}
        d={d}
        style={{ '--width': width, '--tone': `${tone}%` } as CSSProperties}
      />
    );
  });
}

/** The weights that change most: each goes from its own width and colour to the new ones. */
export function MovingEdges({ edges }: { edges: readonly MovingEdge[] }) {
  const paths = edges.map(({ before, after, d }) => {
    const [from, to] = [lookOf(before.strength), lookOf(after.strength)];
    const style = {
      '--width': from.width,
      '--tone': `${from.tone}%`,
      '--width-after': to.width,
      '--tone-after': `${to.tone}%`,
      '--sign-after': before.sign === after.sign ? undefined : `var(--${after.sign})`,
    } as CSSProperties;
    return <path key={d} data-sign={before.sign} d={d} style={style} />;
  });
  return <g className={styles.moving}>{paths}</g>;
}

/** What runs forward through each layer; not drawn where nothing moves. */
export function Signals({ layers }: { layers: readonly Stroke[][] }) {
  return layers.map((strokes, layer) => (
    <g key={layer} className={`${styles.signals} ${styles[`into${layer + 1}`]}`}>
      <Runs strokes={strokes} />
    </g>
  ));
}

/** What runs back through each layer, and flashes as the weights change by it. */
export function Changes({ layers }: { layers: readonly Stroke[][] }) {
  return layers.map((strokes, layer) => (
    <g key={layer} className={`${styles.changes} ${styles[`into${layer + 1}`]}`}>
      <Runs strokes={strokes} />
    </g>
  ));
}

function Runs({ strokes }: { strokes: readonly Stroke[] }) {
  return strokes.map(({ sign, strength, d }) => (
    <path
      key={`${sign}${strength}`}
      data-sign={sign}
      d={d}
      style={{ '--width': 1 + 3 * strength } as CSSProperties}
    />
  ));
}
