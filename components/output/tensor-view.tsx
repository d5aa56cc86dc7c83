import type { TensorPreview } from '@/lib/protocol';
import { formatNumber } from '@/lib/lesson/format-numbers';
import { type GridSlice, tensorGrid } from '@/lib/lesson/tensor-grid';
import { tensorPreview } from '@/lib/lesson/value-preview';
import { ScrollBox } from './scroll-box';
import styles from './tensor.module.css';

type Props = {
  tensor: TensorPreview;
  /** Leaves out the line with dtype and shape, where it stands above already. */
  headless?: boolean;
};

/** A tensor's dtype and shape, its first values as they lie, and their range. */
export function TensorView({ tensor, headless = false }: Props) {
  const title = tensorPreview(tensor);
  if (tensor.disposed || tensor.shape.length === 0) return <p className={styles.head}>{title}</p>;
  const { slices, note } = tensorGrid(tensor);
  return (
    <div className={styles.tensor}>
      {!headless && <p className={styles.head}>{title}</p>}
      {slices.length > 0 && (
        <ScrollBox label={`Values of ${title}`}>
          {slices.map((slice, index) => (
            <Slice key={index} slice={slice} />
          ))}
        </ScrollBox>
      )}
      <Summary tensor={tensor} note={note} />
    </div>
  );
}

function Slice({ slice }: { slice: GridSlice }) {
  const labelled = slice.rows.some((row) => row.label !== '');
  return (
    <table className={styles.grid}>
      {slice.label !== '' && <caption>{slice.label}</caption>}
      {slice.columns.length > 0 && (
        <thead>
          <tr>
            <td />
            {slice.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {slice.rows.map((row, index) => (
          <tr key={index}>
            {labelled && <th scope="row">{row.label}</th>}
            {row.cells.map((cell, column) => (
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Summary({ tensor: { summary, size }, note }: { tensor: TensorPreview; note: string }) {
  const range =
    summary === null || size === 0
      ? []
      : [
          `min ${formatNumber(summary.min)}`,
          `max ${formatNumber(summary.max)}`,
          `mean ${formatNumber(summary.mean)}`,
        ];
  return (
    <>
      {summary !== null && summary.nonFinite > 0 && (
        <p className={styles.warning}>
          {summary.nonFinite.toLocaleString('en')} of {size.toLocaleString('en')} values are NaN or
          infinite.
        </p>
      )}
      {(range.length > 0 || note !== '') && (
        <p className={styles.summary}>
          {range.map((part) => (
            <span key={part}>{part}</span>
          ))}
          {note !== '' && <span>{note}</span>}
        </p>
      )}
    </>
  );
}
