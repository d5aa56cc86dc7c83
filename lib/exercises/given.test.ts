import { describe, expect, it } from 'vitest';
import { changedGiven, withGiven } from './given';

const STARTER = `const a = 1;
// given
const x = 2;
const y = 3;
// end given
function f() {
  // given
  return x;
  // end given
}`;
const GIVEN = [
  { from: 2, to: 5 },
  { from: 7, to: 9 },
];

const changed = (code: string) => changedGiven(STARTER, GIVEN, code);
const mended = (code: string) => withGiven(STARTER, GIVEN, code);

describe('given regions', () => {
  it('may be moved by what is written around them', () => {
    const code = `// mine\n\n${STARTER.replace('function f', 'let z;\nfunction f')}\n// more`;
    expect(changed(code)).toEqual([]);
    expect(mended(code)).toBe(code);
  });

  it('are told with the lines that differ', () => {
    expect(changed(STARTER.replace('y = 3', 'y = 4'))).toEqual([{ from: 4, to: 4 }]);
    expect(changed(STARTER.replace('const y = 3;\n', ''))).toEqual([{ from: 4, to: 4 }]);
    expect(changed(STARTER.replace('return x', 'return 7'))).toEqual([{ from: 8, to: 8 }]);
    const both = STARTER.replace('const x = 2;', 'const x = 1;\nlet w;').replace('return x', 'x');
    expect(changed(both)).toEqual([
      { from: 3, to: 4 },
      { from: 9, to: 9 },
    ]);
  });

  it('are missed when they are gone, and are not taken for each other', () => {
    const gone = STARTER.replace(/\/\/ given\nconst[^]*?end given\n/, '');
    expect(changed(gone)).toEqual([null]);
    expect(changed('')).toEqual([null, null]);
  });

  it.each([
    ['a changed line', STARTER.replace('y = 3', 'y = 4')],
    ['a lost line', STARTER.replace('const y = 3;\n', '')],
    ['a lost region', STARTER.replace(/\/\/ given\nconst[^]*?end given\n/, '')],
    ['two lost regions', 'const a = 1;\nfunction f() {\n}'],
  ])('come back after %s, where they were', (_name, code) => {
    expect(mended(code)).toBe(STARTER);
  });

  it('come back into whatever the reader has made of the rest', () => {
    for (const code of [
      '',
      '// given',
      '// end given',
      'x\n// given\ny\n// given\nz',
      '// given\n',
    ]) {
      expect(changed(mended(code))).toEqual([]);
    }
  });

  it('keep what the reader wrote', () => {
    const code = STARTER.replace('y = 3', 'y = 4').replace('const a = 1;', 'const mine = 9;');
    expect(mended(code)).toBe(STARTER.replace('const a = 1;', 'const mine = 9;'));
  });
});
