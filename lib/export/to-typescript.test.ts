import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { exportFileName } from './file-name';
import { cell, lesson } from './testing/sample';
import { toTypeScript } from './to-typescript';

const parse = (text: string) => ts.createSourceFile('x.ts', text, ts.ScriptTarget.ES2022, true);
/** Without the semicolon of the next line, which the parser gives to the statement before it. */
const statements = (text: string) =>
  parse(text).statements.map((each) => each.getText().replace(/\n[^]*;$/, ''));
const program = (...codes: string[]) =>
  toTypeScript(lesson({ blocks: codes.map((code) => cell({ code, title: 'T' })) }));

describe('toTypeScript', () => {
  it('puts each cell under its title, and leaves prose and outputs out', () => {
    expect(toTypeScript(lesson())).toBe(`// Neural networks
// Saved from Layerwise on 2026-11-23: https://example.org/learn/neural-networks
// Seed 7. tf, show, display, watch, data and input are Layerwise's own library.

// ---- Load ----
const a = 1;
a

// ---- Train ----
let b = a;

export {};
`);
  });

  it('keeps the cells apart where a semicolon is missing', () => {
    const codes = ['const a = b', '[1, 2].map(f)', '/* c */ // d\n(g())', '`t`', '-1', 'h()'];
    expect(statements(program(...codes)).filter((each) => each !== ';')).toEqual([
      'const a = b',
      '[1, 2].map(f)',
      '(g())',
      '`t`',
      '-1',
      'h()',
      'export {};',
    ]);
  });

  it('lets no title out of its comment', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const title = `${text}\u2028alert(1)\r*/ alert(2)\n`;
        const blocks = [cell({ title, code: 'a;' })];
        const made = toTypeScript(lesson({ title, url: title, date: title, blocks }));
        expect(statements(made)).toEqual(['a;', 'export {};']);
      }),
    );
  });
});

describe('exportFileName', () => {
  it('is made of the slug, or of the words of a title', () => {
    expect(exportFileName({ slug: 'neural-networks', title: 'x' }, 'ipynb')).toBe(
      'neural-networks.ipynb',
    );
    expect(exportFileName({ slug: null, title: '../Über / "Netze"' }, 'ts')).toBe('über-netze.ts');
    expect(exportFileName({ slug: null, title: '…' }, 'html')).toBe('notebook.html');
  });
});
