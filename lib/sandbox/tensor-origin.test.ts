import { describe, expect, it } from 'vitest';
import { tensorOrigin, type CellModule } from './tensor-origin';

const moduleOf = (name: string, code: string): CellModule => ({
  url: `blob:https://sandbox/${name}`,
  locate: (place) => place,
  code,
});
const own = moduleOf('own', 'first;\nsecond;');
const open = moduleOf('open', 'function make() { return tf.ones([1]); }');
const shut = moduleOf('shut', 'let kept; function make() { return (kept ??= tf.ones([1])); }');

const chrome = (...urls: string[]) =>
  ['Error', ...['https://site/worker.js', ...urls].map((url) => `    at f (${url}:1:20)`)].join(
    '\n',
  );
const OWN = `${own.url}`;

describe('tensorOrigin', () => {
  it('finds the line in the cell, behind the frames of libraries', () => {
    const stack = `Error\n    at ones (https://site/worker.js:1:9)\n    at default (${OWN}:2:3)`;
    expect(tensorOrigin(stack, own, [])).toEqual({ line: 2, mayBeKept: false });
    const firefox = `ones@https://site/worker.js:1:9\ndefault@${OWN}:2:3`;
    expect(tensorOrigin(firefox, own, [])).toEqual({ line: 2, mayBeKept: false });
  });

  it('knows a function of another cell that may keep what it makes', () => {
    expect(tensorOrigin(chrome(open.url, OWN), own, [open, shut])?.mayBeKept).toBe(false);
    expect(tensorOrigin(chrome(shut.url, OWN), own, [open, shut])?.mayBeKept).toBe(true);
    expect(tensorOrigin(chrome(open.url, shut.url, OWN), own, [open, shut])?.mayBeKept).toBe(true);
    expect(tensorOrigin(chrome(open.url, OWN), own, [])?.mayBeKept).toBe(true);
  });

  it('tells nothing of a stack that does not lead into the cell', () => {
    expect(tensorOrigin(chrome(open.url), own, [open])).toBeNull();
    expect(tensorOrigin('', own, [])).toBeNull();
  });
});
