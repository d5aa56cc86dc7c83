import { describe, expect, it, vi } from 'vitest';
import { SyntaxProblem } from '@/lib/notebook';
import { compile } from './compile';
import { moduleUrl, runLive, runModule } from './testing/run-module';

const given = globalThis as Record<string, unknown>;
// In a worker the course library is there; here `$cell.named` stands for it.
given.input = {};
given.tf = { input: {} };

/** The value of the last expression, in which `rate` is another cell's control, set to 3. */
const shown = async (source: string) => (await runLive(source, { rate: 3 })).shown[0];

describe('reads of a control', () => {
  it('keep a property of the name `__proto__`', async () => {
    const set = Object.fromEntries([['__proto__', 3]]);
    const { shown } = await runLive('Object.entries({ __proto__ })', set);
    expect(shown[0]).toEqual([['__proto__', 3]]);
  });

  it.each<[string, unknown]>([
    ['rate', 3],
    ['typeof rate', 'number'],
    ['rate + rate * rate', 12],
    ['`${rate} and ${[rate]}`', '3 and 3'],
    ['({ rate })', { rate: 3 }],
    [
      '({ rate, other: rate, [rate]: 1, nested: { rate } })',
      { rate: 3, other: 3, 3: 1, nested: { rate: 3 } },
    ],
    ['const f = () => rate; f()', 3],
    ['function f() { return g(); function g() { return rate } } f()', 3],
    ['const f = (x = rate) => x; f()', 3],
    [
      'class A { step = rate; static s = rate; get r() { return rate } } [new A().step, A.s, new A().r]',
      [3, 3, 3],
    ],
    ['class A { [`m${rate}`]() { return 1 } } new A().m3()', 1],
    ['const { a = rate } = {}; a', 3],
    ['const [b = rate] = []; b', 3],
    ['rate as number', 3],
    ['(rate satisfies number)!', 3],
    ['[...[rate]]', [3]],
    ['rate ? rate : 0', 3],
    ['-rate', -3],
    ['await rate', 3],
    ['let s = 0; for (let i = 0; i < rate; i++) s += rate; s', 9],
    ['let s = 0; for (const i of [1]) s++;rate + s', 4],
    ['switch (3) { case rate: rate }; rate', 3],
    ['String.raw`${rate}`', '3'],
    ['(({ [rate]: x }) => x)({ 3: 5 })', 5],
  ])('%s', async (source, value) => {
    expect(await shown(source)).toEqual(value);
  });

  it.each<[string, unknown]>([
    ['({ rate: 1 }).rate', 1],
    ['const o = { rate: 2 }; o.rate', 2],
    ['({ rate() { return 5 } }).rate()', 5],
    ['class A { rate = 6 } new A().rate', 6],
    ['((rate) => rate)(7)', 7],
    ['(({ rate }) => rate)({ rate: 8 })', 8],
    ['(({ a: rate }) => ({ rate }))({ a: 9 })', { rate: 9 }],
    ['(function rate() { return typeof rate })()', 'function'],
    ['{ const rate = 10; var r = rate } r', 10],
    ['let r = 0; for (const rate of [1, 2]) r += rate; r', 3],
    ['let r; try { throw 11 } catch (rate) { r = rate } r', 11],
    ['const f = () => { let rate = 1; rate += 1; return rate }; f()', 2],
    ['rate: for (;;) { break rate } 12', 12],
    ["const o = { 'rate': 1 }; Object.keys(o)[0]", 'rate'],
  ])('leaves alone what only has its name: %s', async (source, value) => {
    expect(await shown(source)).toEqual(value);
  });

  it('give what it is set to at that time, in a function that outlives the run too', async () => {
    const set = { rate: 1 };
    const { outputs } = await runLive('const scale = (x: number) => x * rate;', set);
    set.rate = 10;
    expect((outputs.scale as (x: number) => number)(2)).toBe(20);
  });

  it('keep every line and column', () => {
    const source = 'const a: number = rate; fail(rate);\nconst o = { rate }; fail(o)';
    const { module, locate } = compile(source, ['rate', 'fail'], ['rate']);
    const lines = module.split('\n');
    for (const [line, word] of [
      [1, 'fail('],
      [1, 'rate)'],
      [2, 'fail(o'],
      [2, '};'],
    ] as const) {
      const column = lines[line - 1]!.indexOf(word) + 1;
      const expected = source.split('\n')[line - 1]!.indexOf(word) + 1;
      expect([word, locate({ line, column })]).toEqual([word, { line, column: expected }]);
    }
  });

  it('can’t be assignments', () => {
    for (const source of ['rate = 1', 'rate++', '({ rate } = { rate: 1 })', '[rate] = [1]']) {
      expect(() => compile(source, ['rate'], ['rate'])).toThrow(SyntaxProblem);
    }
  });
});

describe('a control of the cell’s own', () => {
  const DECLARED = "const rate = input.slider('Rate', { max: 10 });\n";
  const own = { own: ['rate'] };

  it('is named, and read live after it', async () => {
    const set = { rate: 1 };
    given.move = () => (set.rate = 5);
    const run = await runLive(`${DECLARED}const before = rate; move(); [before, rate]`, set, own);
    expect(run.shown).toEqual([[1, 5]]);
    expect(run.named).toEqual(['rate']);
    expect(Object.keys(run.outputs)).toEqual(['rate', 'before']);
  });

  it('may be awaited, cast, and stand among others', async () => {
    const source =
      "const a = 1, pick = (await input.choice('Pick', ['x'])) as string, rate = (input.slider('Rate')) as number; [pick, rate]";
    const run = await runLive(source, { pick: 'x', rate: 2 }, { own: ['pick', 'rate'] });
    expect(run.named).toEqual(['pick', 'rate']);
    expect(run.shown).toEqual([['x', 2]]);
  });

  it('takes no name from a control that stands in its arguments', () => {
    const source = "const rate = input.slider('Rate', { max: input.slider('Most') });";
    const { module } = compile(source, []);
    expect(module).toContain('$cell.named("rate", input).slider(\'Rate\', { max: input.slider(');
  });

  it.each([
    "let rate = input.slider('Rate'); rate",
    "const { rate } = input.slider('Rate'); rate",
    "const [rate] = [input.slider('Rate')]; rate",
    "{ const rate = input.slider('Rate'); rate }",
    "const f = () => { const rate = input.slider('Rate'); return rate }",
    "const rate = input.slider('Rate') + 1; rate",
    "const rate = input['slider']('Rate'); rate",
    "const input = other; const rate = input.slider('Rate'); rate",
    "import { input } from '@tensorflow/tfjs'; const rate = input.slider('Rate'); rate",
  ])('is only what is declared so: %s', (source) => {
    expect(compile(source, []).module).not.toMatch(/\$cell\.(named|live|own)/);
  });

  it('is none where another cell declares `input`', () => {
    expect(compile(`${DECLARED}rate`, ['input']).module).not.toMatch(/\$cell\.(named|live|own)/);
  });

  it('stays a constant', async () => {
    await expect(runLive(`${DECLARED}rate = 2`, { rate: 1 }, own)).rejects.toThrow(
      'Assignment to constant variable',
    );
    await expect(runLive(`${DECLARED}rate++`, { rate: 1 }, own)).rejects.toThrow(
      'Assignment to constant variable',
    );
  });

  it('is announced behind a directive and imports', async () => {
    const { module } = compile(`'use strict'; ${DECLARED}`, []);
    const names: unknown[] = [];
    await runModule(moduleUrl(module), {}, Infinity, {
      own: (own: string[]) => names.push(...own),
      named: () => ({ slider: () => 1 }),
    });
    expect(names).toEqual(['rate']);
  });
});

describe('a loop that is steered', () => {
  it('sees a control move while it runs, though all that it awaits is settled', async () => {
    const set = { rate: 1 };
    let rounds = 0;
    given.round = () => (rounds += 1);
    const due = vi.fn(() => rounds % 10 === 0);
    const turn = async () => {
      if (rounds === 20) set.rate = 7;
    };
    const source = `const seen: number[] = [];
for (let step = 0; step < 40; step++) {
  round();
  await null;
  if (seen.at(-1) !== rate) seen.push(rate);
}
seen`;
    const run = await runLive(source, set, { due, turn });
    expect(run.shown).toEqual([[1, 7]]);
    expect(due).toHaveBeenCalledTimes(40);
  });

  it('takes a real turn, so that a timer moves the control', async () => {
    const set = { rate: 0 };
    setTimeout(() => (set.rate = 1), 0);
    const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 1));
    const run = await runLive('let n = 0; while (rate === 0) { await n; n++ } n > 0', set, {
      due: () => true,
      turn,
    });
    expect(run.shown).toEqual([true]);
  });
});
