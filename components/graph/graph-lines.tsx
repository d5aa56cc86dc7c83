import type { CellId } from '@/lib/protocol';
import { type GraphLayout, HEAD, isChange, type LaidLink } from '@/lib/lesson/graph-layout';
import { linkWords } from '@/lib/lesson/link-words';
import styles from './graph-lines.module.css';

type Props = {
  layout: GraphLayout;
  /** The cell that the reader points at, whose lines stand out. */
  near: CellId | null;
  titles: ReadonlyMap<CellId, string>;
};

/** The lines between cells. The list beside them says the same in words, so these are for the eye alone. */
export function GraphLines({ layout: { width, height, rows, links }, near, titles }: Props) {
  const middle = new Map(rows.map(({ id, y }) => [id, y]));
  const isNear = ({ from, to }: LaidLink) => from === near || to === near;
  // What stands out is drawn over the rest.
  const inOrder = [...links].sort((a, b) => Number(isNear(a)) - Number(isNear(b)));
  return (
    <svg
      className={styles.lines}
      data-near={near === null ? undefined : ''}
      width={width + POST_WIDTH}
      height={height}
      aria-hidden="true"
    >
      {inOrder.map((link) => (
        <g
          key={`${link.from} ${link.kind} ${link.to}`}
          className={styles.link}
          data-near={isNear(link) ? '' : undefined}
          data-change={isChange(link) ? '' : undefined}
        >
          <title>{linkWords(link, titles)}</title>
          <path className={styles.hit} d={link.path} />
          <path className={styles.line} d={link.path} />
          <path className={styles.head} d={headOf(link)} />
        </g>
      ))}
      {rows.map(({ id }) => (
        <path
          key={id}
          className={styles.post}
          data-near={id === near ? '' : undefined}
          d={`M${width + POST_WIDTH / 2} ${(middle.get(id) ?? 0) - POST}v${2 * POST}`}
        />
      ))}
    </svg>
  );
}

/** Half the height of the post that a cell's lines come to, and its width. */
const POST = 12;
const POST_WIDTH = 2;

/** An arrowhead where the line ends; a lozenge where it changes what the cell has made. */
function headOf({ head: { x, y }, ...link }: LaidLink): string {
  return isChange(link) ? `M${x} ${y}l3 -3 3 3 -3 3z` : `M${x + HEAD} ${y}l-6 -3v6z`;
}
