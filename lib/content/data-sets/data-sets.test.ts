import { readdirSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { examplePicture, listDataSets } from '.';
import { writePng } from './write-png';

describe('the data sets', () => {
  it('are all the folders of data/, each with its source and licence', async () => {
    const sets = await listDataSets();
    expect(sets.map(({ name }) => name).sort()).toEqual(readdirSync('data').sort());
    for (const { source, licence, files } of sets) {
      expect(source).not.toBe('');
      expect(licence).not.toBe('');
      expect(files.length).toBeGreaterThan(0);
    }
  });

  it('show the first rows of a table, and some names', async () => {
    const sets = await listDataSets();
    const lines = (name: string) => sets.find((set) => set.name === name)?.lines ?? [];
    expect(lines('seattle-weather').slice(0, 2)).toEqual([
      ['date', 'precipitation', 'high', 'low', 'wind', 'weather'],
      ['2012-01-01', '0.0', '12.8', '5.0', '4.7', 'drizzle'],
    ]);
    expect(lines('first-names').map((some) => some.length)).toEqual([8, 8]);
  });

  it('are pictured from their files: three rows of ten digits', () => {
    const { width, height, file } = examplePicture('mnist');
    // Ten digits of 56 pixels with 8 between, and three.
    expect([width, height]).toEqual([632, 184]);
    expect(file().toString('latin1', 1, 4)).toBe('PNG');
  });

  it('are pictured from their files: a photograph, thrice as large', () => {
    const { width, height } = examplePicture('photograph');
    expect([width, height]).toEqual([384, 384]);
  });
});

describe('writePng', () => {
  it('writes what the format asks for', () => {
    const file = writePng({ width: 1, height: 1, pixels: new Uint8Array([255, 0, 0, 255]) });
    expect(file.readUInt32BE(16)).toBe(1);
    // The checksum of an empty IEND chunk, as every PNG ends.
    expect(file.subarray(-8).toString('hex')).toBe('49454e44ae426082');
    const at = file.indexOf('IDAT') + 4;
    const length = file.readUInt32BE(at - 8);
    expect([...inflateSync(file.subarray(at, at + length))]).toEqual([0, 255, 0, 0, 255]);
  });
});
