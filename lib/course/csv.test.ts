import { describe, expect, it } from 'vitest';
import { parseCsv } from './csv';

const texts = (csv: string) => {
  const { header, records } = parseCsv(csv, 'test.csv');
  return [header, ...records.map((cells) => cells.map((cell) => cell.text))];
};

describe('parseCsv', () => {
  it('reads plain and quoted cells, commas, quotes and line breaks within quotes', () => {
    expect(texts('a,"b ""x""",c\n1,"two, three","four\nfive"\n')).toEqual([
      ['a', 'b "x"', 'c'],
      ['1', 'two, three', 'four\nfive'],
    ]);
  });

  it('takes any line ending, a byte-order mark, blanks, empty lines and no last line break', () => {
    expect(texts('\uFEFFa, b\r\n\r\n1 ,2\r3,"4" \n\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(texts('a,b\n1,2')).toEqual(texts('a,b\n1,2\n'));
  });

  it('keeps empty cells, also at the end of a line and of the file', () => {
    expect(texts('a,b\n,\n1,')).toEqual([
      ['a', 'b'],
      ['', ''],
      ['1', ''],
    ]);
  });

  it('knows text in quotes from a bare value', () => {
    expect(parseCsv('a\n""\n5', 'test.csv').records.map(([cell]) => cell)).toEqual([
      { text: '', quoted: true },
      { text: '5', quoted: false },
    ]);
  });

  it('names the line of a mistake', () => {
    expect(() => parseCsv('a,b\n1,2\n3', 'test.csv')).toThrow(
      'test.csv, line 3: 1 values, but the header names 2 columns.',
    );
    expect(() => parseCsv('a\n"x\ny"\n"open\n5', 'test.csv')).toThrow(
      'test.csv, line 4: a quote is opened and not closed.',
    );
    expect(() => parseCsv('', 'test.csv')).toThrow('test.csv is empty');
  });
});
