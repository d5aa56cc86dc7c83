import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvShape, csvWords } from './csv-shape';
import { FileProblem } from './file-problem';
import { scaledSize } from './image-size';
import { csvDoubt, readCsv } from './read-csv';
import { readImage, type Pictures } from './read-image';

const file = (parts: BlobPart[], name: string, type = '') => new File(parts, name, { type });

/** A file that says it is larger than what it holds. */
function sized(bytes: number, name: string): File {
  return Object.defineProperty(file(['a'], name), 'size', { value: bytes });
}

const problem = (reading: Promise<unknown>) =>
  reading.then(
    () => 'taken',
    (error: unknown) => {
      expect(error).toBeInstanceOf(FileProblem);
      return (error as Error).message;
    },
  );

describe('csvShape', () => {
  it('counts rows below the header, and no empty lines', () => {
    expect(csvShape('a,b\n1,2\n\n3,4\n')).toEqual({ rows: 2, columns: ['a', 'b'] });
    expect(csvShape('a,b\r\n1,2\r\n')).toEqual({ rows: 1, columns: ['a', 'b'] });
    expect(csvShape('a\r1\r2')).toEqual({ rows: 2, columns: ['a'] });
  });

  it('lets quoted cells hold commas, line breaks and quotes', () => {
    const text = '\uFEFF"first, name","say ""hi""", last\n"one\ntwo",2,3\n';
    expect(csvShape(text)).toEqual({ rows: 1, columns: ['first, name', 'say "hi"', 'last'] });
  });

  it('finds the shape of any table that was written by the rules', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' ', '7') });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const table = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 8 }))
      .chain(([width, height]) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
          ...{ minLength: height + 1, maxLength: height + 1 },
        }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((row) => row.map(quoted).join(',')).join('\n');
        const shape = csvShape(text);
        expect(shape.rows).toBe(rows.length - 1);
        expect(shape.columns).toHaveLength(rows[0]!.length);
      }),
    );
  });

  it('is told in words', () => {
    expect(csvWords({ rows: 1, columns: ['a'] })).toBe('1 row, 1 column: a');
    expect(csvWords({ rows: 1200, columns: [...'abcdefg'] })).toBe(
      '1,200 rows, 7 columns: a, b, c, d, e and 2 more',
    );
  });
});

describe('readCsv', () => {
  it('reads UTF-8', async () => {
    expect(await readCsv(file(['städte\nKöln\n'], 'a.csv'))).toEqual({
      ...{ kind: 'csv', name: 'a.csv', text: 'städte\nKöln\n' },
    });
  });

  it('refuses what is too large before it reads it', async () => {
    expect(await problem(readCsv(sized(20_000_001, 'big.csv')))).toBe(
      '“big.csv” has more than 20 MB. Keep fewer rows or columns and choose it again.',
    );
    expect(await problem(readCsv(sized(20_000_000, 'fits.csv')))).toBe('taken');
  });

  it('refuses text in another encoding, a spreadsheet and an empty file, and says what to do', async () => {
    const latin = file([Uint8Array.of(0x4b, 0xf6, 0x6c, 0x6e)], 'latin.csv');
    const wide = file([Uint8Array.of(0x61, 0, 0x2c, 0, 0x62, 0)], 'wide.csv');
    const sheet = file([Uint8Array.of(0x50, 0x4b, 3, 4, 1)], 'sheet.xlsx');
    for (const each of [latin, wide]) {
      expect(await problem(readCsv(each))).toBe(
        `“${each.name}” is not text in UTF-8. Save it as CSV (UTF-8) and choose that file.`,
      );
    }
    expect(await problem(readCsv(sheet))).toContain('is a spreadsheet or an archive');
    expect(await problem(readCsv(file(['\n\n'], 'none.csv')))).toContain('is empty');
  });

  it('says when a file was gone before it was read', async () => {
    const gone = file(['a'], 'gone.csv');
    gone.arrayBuffer = () => Promise.reject(new DOMException('', 'NotFoundError'));
    expect(await problem(readCsv(gone))).toContain('could not be read. It may have been moved');
  });

  it('doubts a single column that holds other separators', () => {
    expect(csvDoubt(['a;b;c'])).toContain('separated by commas');
    expect(csvDoubt(['a'])).toBeNull();
    expect(csvDoubt(['a;b', 'c'])).toBeNull();
  });
});

describe('scaledSize', () => {
  it('makes the longest side as long as asked, the other in proportion', () => {
    expect(scaledSize({ width: 4000, height: 3000 }, 224)).toEqual({ width: 224, height: 168 });
    expect(scaledSize({ width: 300, height: 900 }, 28)).toEqual({ width: 9, height: 28 });
    expect(scaledSize({ width: 10, height: 10 }, 64)).toEqual({ width: 64, height: 64 });
  });

  it('leaves no side without a pixel', () => {
    expect(scaledSize({ width: 10_000, height: 1 }, 28)).toEqual({ width: 28, height: 1 });
  });
});

describe('readImage', () => {
  type Bitmap = { width: number; height: number };
  const pictures: Pictures<Bitmap> = {
    decode: () => Promise.resolve({ width: 40, height: 20 }),
    pixels: (_, { width, height }) => new Uint8ClampedArray(4 * width * height),
  };
  const broken: Pictures<Bitmap> = {
    ...pictures,
    decode: () => Promise.reject(new DOMException('', 'InvalidStateError')),
  };

  it('gives pixels of the scaled size', async () => {
    const read = await readImage(file(['x'], 'cat.png', 'image/png'), 8, pictures);
    expect([read.width, read.height, read.pixels.length]).toEqual([8, 4, 128]);
    expect(read.name).toBe('cat.png');
  });

  it('says what a file is that can’t be read', async () => {
    const read = (name: string, type: string) =>
      problem(readImage(file(['x'], name, type), 8, broken));
    expect(await read('a.heic', '')).toContain('HEIC picture, which this browser can’t read');
    expect(await read('a.jpg', 'image/heif')).toContain('HEIC picture');
    expect(await read('a.pdf', 'application/pdf')).toContain('is not a picture');
    expect(await read('a.png', 'image/png')).toContain('could not be read as a picture');
    expect(await problem(readImage(sized(60_000_000, 'a.png'), 8, pictures))).toContain('50 MB');
  });
});
