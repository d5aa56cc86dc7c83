import { describe, expect, it } from 'vitest';
import { analyze } from './analyze';
import { ancestors, descendants } from './graph';
import { plan, planAll } from './plan';
import { resolve } from './resolve';

const page = (cells: Record<string, string>) =>
  resolve(Object.entries(cells).map(([id, source]) => ({ id, analysis: analyze(source) })));

const LESSON = page({
  load: 'const rows = await load()',
  split: 'const train = rows.slice(1), test = rows.slice(0, 1)',
  model: 'const model = tf.sequential()',
  fit: 'const history = await model.fit(train)',
  judge: 'model.evaluate(test); history',
  aside: '1 + 1',
});

describe('resolve', () => {
  it('links each name that is read to the cell that declares it, and leaves globals alone', () => {
    expect(LESSON.get('fit')).toEqual({
      inputs: { model: 'model', train: 'split' },
      parents: ['model', 'split'],
      problem: null,
    });
    expect(LESSON.get('load')).toEqual({ inputs: {}, parents: [], problem: null });
  });

  it('names the nearest parent first', () => {
    expect(LESSON.get('judge')?.parents).toEqual(['fit', 'model', 'split']);
  });

  it('does not mind the order on the page', () => {
    const cells = page({ use: 'a + b', b: 'const b = a', a: 'const a = 1' });
    expect(cells.get('use')?.parents).toEqual(['b', 'a']);
    expect(planAll(cells)).toEqual(['a', 'b', 'use']);
  });

  it('reports a name that two cells declare in both, where it is declared, naming the other', () => {
    const cells = page({ a: 'let p;\nconst n: number = 1', b: 'const n = 2', c: 'n' });
    expect(cells.get('a')?.problem).toMatchObject({
      message: expect.stringMatching(/^`n` is also declared in the cell “b”/),
      line: 2,
      column: 7,
    });
    expect(cells.get('b')?.problem?.message).toContain('“a”');
    expect(cells.get('c')).toMatchObject({ inputs: { n: 'a' }, problem: null });
  });

  it('uses titles where there are any', () => {
    const cells = resolve([
      { id: 'a', title: 'Load the data', analysis: analyze('let n') },
      { id: 'b', analysis: analyze('n = 2') },
    ]);
    expect(cells.get('b')?.problem?.message).toContain('“Load the data”');
  });

  it('reports an assignment to another cell’s variable, and not one to a global', () => {
    const cells = page({ a: 'let n = 1', b: 'n;\nn += 1', c: 'globalThing = 2' });
    expect(cells.get('b')?.problem).toMatchObject({
      message: expect.stringContaining('“a”'),
      line: 2,
      column: 1,
    });
    expect(cells.get('c')?.problem).toBeNull();
  });

  it('reports a cycle in each of its cells, and not in those that lean on it', () => {
    const cells = page({ a: 'const x = z', b: 'const y = x', c: 'const z = y', d: 'x' });
    expect(cells.get('a')?.problem?.message).toMatch(/“c” and “b” need each other/);
    expect(cells.get('b')?.problem?.message).toMatch(/“a” and “c” need each other/);
    expect(cells.get('c')?.problem).toMatchObject({ name: 'Cycle' });
    expect(cells.get('d')?.problem).toBeNull();
  });

  it('passes on problems of the text and of imports', () => {
    const cells = page({ a: 'const =', b: "import 'left-pad'" });
    expect(cells.get('a')?.problem).toMatchObject({ name: 'SyntaxError', line: 1, stack: [] });
    expect(cells.get('b')?.problem?.message).toContain('can’t import `left-pad`');
  });

  it('is not confused by names that objects have anyway', () => {
    const cells = page({
      a: 'const constructor = 1, hasOwnProperty = 2',
      b: 'constructor',
      c: 'toString',
    });
    expect(cells.get('b')?.inputs).toEqual({ constructor: 'a' });
    expect(cells.get('c')?.parents).toEqual([]);
  });

  it('keeps a cell’s own and imported names to itself', () => {
    const cells = page({
      a: "import * as tf from '@tensorflow/tfjs'; const t = tf.scalar(1)",
      b: "import * as tf from '@tensorflow/tfjs'; tf.print(t)",
    });
    expect(cells.get('a')?.problem).toBeNull();
    expect(cells.get('b')).toEqual({ inputs: { t: 'a' }, parents: ['a'], problem: null });
  });
});

describe('ancestors and descendants', () => {
  it('reach as far as names do, in the order of the page', () => {
    expect(ancestors(LESSON, 'judge')).toEqual(['load', 'split', 'model', 'fit']);
    expect(descendants(LESSON, 'load')).toEqual(['split', 'fit', 'judge']);
    expect(ancestors(LESSON, 'aside')).toEqual([]);
    expect(descendants(LESSON, 'judge')).toEqual([]);
    expect(ancestors(LESSON, 'nowhere')).toEqual([]);
  });

  it('end in a cycle', () => {
    const cells = page({ a: 'const x = y', b: 'const y = x', c: 'y' });
    expect(ancestors(cells, 'a')).toEqual(['b']);
    expect(descendants(cells, 'a')).toEqual(['b', 'c']);
  });
});

describe('plan', () => {
  const fresh =
    (...ids: string[]) =>
    (id: string) =>
      ids.includes(id);

  it('runs all ancestors first when none has run', () => {
    expect(plan(LESSON, 'judge', fresh())).toEqual(['load', 'split', 'model', 'fit', 'judge']);
  });

  it('leaves out what is fresh, but for the target', () => {
    expect(plan(LESSON, 'fit', fresh('load', 'split', 'model', 'fit'))).toEqual(['fit']);
    expect(plan(LESSON, 'judge', fresh('load', 'split'))).toEqual(['model', 'fit', 'judge']);
  });

  it('runs again what stands on a cell that has to run', () => {
    expect(plan(LESSON, 'judge', fresh('split', 'model', 'fit'))).toEqual([
      'load',
      'split',
      'fit',
      'judge',
    ]);
  });

  it('plans all, or what is not fresh', () => {
    expect(planAll(LESSON)).toEqual(['load', 'split', 'model', 'fit', 'judge', 'aside']);
    expect(planAll(LESSON, fresh('load', 'split', 'aside'))).toEqual(['model', 'fit', 'judge']);
    expect(planAll(LESSON, () => true)).toEqual([]);
  });

  it('ends in a cycle, with each cell once', () => {
    const cells = page({ a: 'const x = y', b: 'const y = x' });
    expect(plan(cells, 'a', () => false).sort()).toEqual(['a', 'b']);
  });

  it('puts every cell after all its parents, on random pages', () => {
    let state = 7;
    const next = (n: number) => (state = (state * 48271) % 2147483647) % n;
    for (let round = 0; round < 50; round++) {
      const order = Array.from({ length: 12 }, (_, i) => i).sort(() => next(3) - 1);
      const cells = page(
        Object.fromEntries(
          order.map((i) => {
            const reads = Array.from({ length: i === 0 ? 0 : next(3) }, () => `v${next(i)}`);
            return [`c${i}`, `const v${i} = [${reads.join(', ')}]`];
          }),
        ),
      );
      const runs = planAll(cells);
      expect(runs).toHaveLength(12);
      for (const id of runs) {
        for (const parent of cells.get(id)!.parents)
          expect(runs.indexOf(parent)).toBeLessThan(runs.indexOf(id));
      }
    }
  });
});
