'use client';

import {
  toCsv,
  type AnyHistory,
  type Drawing,
  type Picture,
  type Settings,
  type Theme,
} from '@/lib/figures';
import styles from './figure-controls.module.css';
import { paintPoster } from './paint';
import { fileName, saveFile } from './save-file';
import { stepOf } from './standing';

type Props = {
  drawing: Drawing;
  history: AnyHistory;
  at: number;
  set: Settings;
  picture: Picture;
  theme: Theme | null;
  tableId: string;
  tableOpen: boolean;
  onTable(open: boolean): void;
  onFailure(error: unknown): void;
};

/** The figure as a table, a picture, a file of numbers. */
export function FigureTools(props: Props) {
  const { history, at, theme, tableId, tableOpen, onTable } = props;
  const { title } = history.figure;
  const empty = at < 0;
  return (
    <div className={styles.tools} role="group" aria-label={`${title} as`}>
      <button
        type="button"
        aria-expanded={tableOpen}
        aria-controls={tableOpen ? tableId : undefined}
        disabled={empty}
        onClick={() => onTable(!tableOpen)}
      >
        Table
      </button>
      <button type="button" disabled={empty || !theme} onClick={() => savePicture(props)}>
        PNG
      </button>
      <button type="button" disabled={empty} onClick={() => saveNumbers(props)}>
        CSV
      </button>
    </div>
  );
}

function savePicture({ history, at, picture, theme, onFailure }: Props): void {
  if (!theme) return;
  try {
    const step = stepOf(history, at);
    const { title } = history.figure;
    paintPoster(picture, { title, step }, theme).toBlob((blob) => {
      if (blob) saveFile(blob, fileName([title, step], 'png'));
      else onFailure(new Error('the browser could not make a picture of this size.'));
    });
  } catch (error) {
    onFailure(error);
  }
}

function saveNumbers({ drawing, history, at, set, onFailure }: Props): void {
  try {
    const csv = new Blob([toCsv(drawing.table(history, at, set))], {
      type: 'text/csv;charset=utf-8',
    });
    saveFile(csv, fileName([history.figure.title, stepOf(history, at)], 'csv'));
  } catch (error) {
    onFailure(error);
  }
}
