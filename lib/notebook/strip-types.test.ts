import { describe, expect, it } from 'vitest';
import { stripTypes } from './strip-types';
import { SyntaxProblem } from './problem';

const run = (source: string): unknown => new Function(stripTypes(source))();

describe('stripTypes', () => {
  it.each([
    ['const x: number = 3, y = x as unknown as string; MARK'],
    ['const f = <T,>(a: T, b?: Map<string, T>): T => a; MARK'],
    ['for (const q of xs as number[]) { MARK }'],
    ['const [a, b]: [number, number] = [1, 2]; let c = a!.b!.c; MARK'],
    ['const t = `a${x as number}b ${(z satisfies E)!}c`; MARK'],
    ['const t = `${x as { a: 1 }}${y as any} `.length; MARK'],
    ['let r = a < b ? <any>c : d as const; MARK'],
    ['foo<string>(x); const g = async <T,>(x: T): Promise<T> => x; MARK'],
    ['declare const W: number; MARK'],
  ])('keeps the column of what follows: %s', (source) => {
    expect(stripTypes(source).indexOf('MARK')).toBe(source.indexOf('MARK'));
  });

  it('keeps lines, through types of several lines', () => {
    const source =
      'interface I {\n  a: number;\n}\ntype L = {\n  b: I };\nconst c: L[] =\n  [];\nMARK';
    const lines = stripTypes(source).split('\n');
    expect(lines).toHaveLength(8);
    expect(lines[7]).toBe('MARK');
  });

  it('puts no space into template literals, strings and regular expressions', () => {
    const source = [
      'const x: number = 1, y: string = "s";',
      'const t: string = `a${x as number}b  ${y as string as string}`+`${x!}${(y as any)}z` + "  q"',
      'const m: string = `${x as number}',
      '  ${y as string} end`;',
      'return [t, m, /a b/.test("a b" as string) as boolean];',
    ].join('\n');
    expect(run(source)).toEqual(['a1b  s1sz  q', '1\n  s end', true]);
  });

  it('makes enums and parameter properties work', () => {
    const source = `enum Kind { Dense, Conv = 5, Pool }
class Layer { constructor(private readonly units: number, public name = 'd') {} size() { return this.units } }
const l = new Layer(4); return [Kind.Pool, Kind[5], l.size(), l.name]`;
    expect(run(source)).toEqual([6, 'Conv', 4, 'd']);
  });

  it('keeps imports that only look unused', () => {
    expect(stripTypes("import { a, type B } from 'c'")).toContain("from 'c'");
    expect(stripTypes("import type { B } from 'c'").trim()).toBe('');
  });

  it('tells line and column of what it can’t read', () => {
    const attempt = () => stripTypes('let a: number = 1;\nlet b: = 2;');
    expect(attempt).toThrow(SyntaxProblem);
    expect(attempt).toThrow(
      expect.objectContaining({ line: 2, column: 8, message: '`=` can’t stand here.' }),
    );
  });
});
