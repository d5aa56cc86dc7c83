import { describe, expect, it } from 'vitest';
import { compile } from '../compile';
import { readerError, syntaxError } from './reader-error';
import { moduleUrl, runModule } from '../compile/testing/run-module';

/** What a reader is told of the error that the cell ends in. */
async function failure(source: string, inputs: Record<string, unknown> = {}) {
  const { module, locate } = compile(source, Object.keys(inputs));
  const url = moduleUrl(module);
  try {
    await runModule(url, inputs);
  } catch (error) {
    return readerError(error, url, locate);
  }
  throw new Error('The cell did not fail.');
}

describe('readerError, from code that ran', () => {
  it('tells line and column in the reader’s text, behind types and on the first line', async () => {
    const error = await failure('const a: number = 1, b: string = missing;');
    expect(error).toMatchObject({
      name: 'ReferenceError',
      message: 'missing is not defined',
      line: 1,
      column: 34,
    });
    expect(error.hint).toMatch(/^No cell declares `missing`/);
    expect(error.stack).toEqual(['at top level (line 1, column 34)']);
  });

  it('keeps the reader’s own frames, innermost first, and no others', async () => {
    const source = `const inner = (x: number): never => {
  throw new RangeError('too big: ' + x);
};
class Model {
  train() { [1].forEach((n) => inner(n)); }
}

new Model().train();`;
    const error = await failure(source);
    expect(error).toMatchObject({ name: 'RangeError', message: 'too big: 1', line: 2, column: 9 });
    expect(error.stack).toEqual([
      'at inner (line 2, column 9)',
      'at anonymous function (line 5, column 32)',
      'at Model.train (line 5, column 17)',
      'at top level (line 8, column 13)',
    ]);
  });

  it('finds the place after an await, and in guarded loops and the last expression', async () => {
    const source = `async function step(i: number) {
  await null;
  if (i === 2) throw new Error('step');
}
for (const i of [1, 2, 3] as number[]) await step(i);`;
    const error = await failure(source);
    expect(error.stack).toEqual([
      'at step (line 3, column 22)',
      'at top level (line 5, column 40)',
    ]);
    expect(await failure('let x: any;\n(x as any).y')).toMatchObject({
      name: 'TypeError',
      line: 2,
      column: 12,
    });
  });

  it('shows a call into another cell at the line of the call', async () => {
    const helper = () => {
      throw new Error('in the helper');
    };
    expect(await failure('1;\n  help();', { help: helper })).toMatchObject({
      line: 2,
      column: 3,
      stack: ['at top level (line 2, column 3)'],
    });
  });

  it('bounds the frames of an endless recursion', async () => {
    const error = await failure('const f = (n: number): number => f(n + 1);\nf(0)');
    expect(error).toMatchObject({ name: 'RangeError', line: 1 });
    expect(error.stack.length).toBeLessThanOrEqual(20);
  });

  it('follows causes', async () => {
    const source = `try {
  nope();
} catch (cause) {
  throw new Error('outer', { cause });
}`;
    const error = await failure(source);
    expect(error.message).toBe('outer\nCaused by ReferenceError: nope is not defined');
    expect(error.line).toBe(4);
    expect(error.stack).toEqual([
      'at top level (line 4, column 9)',
      'at top level (line 2, column 3)',
    ]);
  });

  it('lists the parts of an AggregateError', async () => {
    const error = await failure(
      "await Promise.any([Promise.reject(new Error('a')), Promise.reject('b')])",
    );
    expect(error.name).toBe('AggregateError');
    expect(error.message.split('\n').slice(1)).toEqual(['- Error: a', '- "b"']);
  });

  it.each([
    ["throw 'plain'", /^The cell threw "plain", which is not an Error/],
    ['throw { code: 3 }', /^The cell threw \{"code":3\}/],
    ['throw undefined', /^The cell threw undefined/],
    ['throw Symbol("s")', /^The cell threw Symbol\(s\)/],
    ['throw 10n', /^The cell threw 10/],
  ])('takes what is no error: %s', async (source, message) => {
    expect(await failure(source)).toMatchObject({
      name: 'Thrown',
      message: expect.stringMatching(message),
      stack: [],
    });
  });
});

describe('readerError, from what may be thrown', () => {
  const URL = 'blob:http://127.0.0.1:3000/8c1d-77';
  const error = (stack: string) => Object.assign(new Error('m'), { stack });

  it('reads the stacks of Chromium', () => {
    const stack = `Error: m\n    at f (${URL}:3:5)\n    at async Promise.all (index 0)\n    at new K (${URL}:4:1)\n    at https://x.org/tf.js:1:2\n    at ${URL}:5:9\n    at async default (${URL}:7:2)`;
    expect(readerError(error(stack), URL).stack).toEqual([
      'at f (line 3, column 5)',
      'at new K (line 4, column 1)',
      'at anonymous function (line 5, column 9)',
      'at top level (line 7, column 2)',
    ]);
  });

  it('reads the stacks of Firefox and Safari', () => {
    const firefox = `f@${URL}:3:5\n@https://x.org/a.js:1:1\nasync*default@${URL}:7:2\n`;
    expect(readerError(error(firefox), URL)).toMatchObject({
      line: 3,
      column: 5,
      stack: ['at f (line 3, column 5)', 'at top level (line 7, column 2)'],
    });
    const safari = `f@${URL}:3:5\n@${URL}:4:6\nforEach@[native code]\nmodule code@${URL}:7:2`;
    expect(readerError(error(safari), URL).stack).toEqual([
      'at f (line 3, column 5)',
      'at anonymous function (line 4, column 6)',
      'at top level (line 7, column 2)',
    ]);
  });

  it('finds no place without an address, or when the message alone has it', () => {
    expect(readerError(error(`Error\n    at f (${URL}:3:5)`), '')).toEqual({
      name: 'Error',
      message: 'm',
      stack: [],
    });
    expect(readerError(error(`Error: see ${URL}:3:5`), URL).line).toBeUndefined();
  });

  it('never throws, and never sends more than it should', () => {
    const circular: { cause?: unknown } & Error = new Error('loop');
    circular.cause = circular;
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw new Error('get');
        },
        ownKeys: () => {
          throw new Error('keys');
        },
      },
    );
    const getter = Object.defineProperty(new Error('x'), 'stack', {
      get: () => {
        throw new Error('stack');
      },
    });
    for (const thrown of [
      circular,
      hostile,
      getter,
      null,
      Object.create(null),
      () => {},
      new Proxy(() => {}, {}),
    ]) {
      expect(readerError(thrown, URL)).toMatchObject({ message: expect.any(String), stack: [] });
    }
    expect(readerError(new Error('x'.repeat(1e6)), URL).message.length).toBeLessThan(5_000);
    expect(readerError('x'.repeat(1e6), URL).message.length).toBeLessThan(5_000);
  });

  it('keeps the names of errors of other kinds', () => {
    expect(readerError(new DOMException('gone', 'AbortError'), URL)).toMatchObject({
      name: 'AbortError',
      message: 'gone',
    });
  });
});

describe('syntaxError', () => {
  it('is the problem as an error of the cell', () => {
    expect(syntaxError({ message: 'm', line: 2, column: 3 })).toEqual({
      name: 'SyntaxError',
      message: 'm',
      line: 2,
      column: 3,
      stack: [],
    });
  });
});
