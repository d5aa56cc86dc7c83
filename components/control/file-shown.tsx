'use client';

import { useEffect, useMemo, useRef } from 'react';
import { csvShape, csvWords } from '@/lib/controls/csv-shape';
import { csvDoubt, type CsvFile } from '@/lib/controls/read-csv';
import type { ImageFile } from '@/lib/controls/read-image';
import type { ControlFile } from '@/lib/protocol';
import styles from './file.module.css';

/** What the page has of a person's file. */
export function FileShown({ file }: { file: ControlFile }) {
  switch (file.kind) {
    case 'csv':
      return <CsvShown file={file} />;
    case 'image':
      return <ImageShown file={file} />;
    default:
      return file satisfies never;
  }
}

function CsvShown({ file: { name, text } }: { file: CsvFile }) {
  const shape = useMemo(() => csvShape(text), [text]);
  const doubt = csvDoubt(shape.columns);
  return (
    <div className={styles.shown}>
      <p className={styles.name}>{name}</p>
      <p className={styles.words}>{csvWords(shape)}</p>
      {doubt !== null && <p className={styles.doubt}>{doubt}</p>}
    </div>
  );
}

function ImageShown({ file }: { file: ImageFile }) {
  const { name, width, height, pixels } = file;
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    context?.putImageData(new ImageData(new Uint8ClampedArray(pixels), width, height), 0, 0);
  }, [pixels, width, height]);
  return (
    <div className={styles.shown}>
      <span role="img" aria-label={`Your picture ${name}`}>
        <canvas ref={canvas} width={width} height={height} className={styles.thumbnail} />
      </span>
      <p className={styles.name}>{name}</p>
      <p className={styles.words}>
        {width} × {height} pixels
      </p>
    </div>
  );
}
