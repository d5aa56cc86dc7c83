import { describe, expect, it } from 'vitest';
import type { Keepsake } from '@/lib/kernel/state';
import type { Frame, Output } from '@/lib/protocol';
import { browserStores } from './effects';
import { testBrowser } from './testing/test-browser';

const MEGABYTE = 2 ** 20;

function keepsake(change: Partial<Keepsake> = {}): Keepsake {
  return {
    ...{ code: 'code', outputs: [], figures: {}, error: null, ms: 12, device: 'cpu' },
    ...{ memory: null, controls: {} },
    ...change,
  };
}

/** A figure with frames of so many megabytes each. */
function matrix(...sizes: number[]): Pick<Keepsake, 'outputs' | 'figures'> {
  const figure = { id: 'f', kind: 'matrix' as const, title: 'W', caption: '', stepName: 'epoch' };
  const frames = sizes.map((size, step): Frame => {
    const values = new Float32Array((size * MEGABYTE) / 4).fill(step);
    const labels = { rowLabels: [], columnLabels: [], scale: 'diverging' as const };
    const data = { rows: 1, columns: values.length, values, ...labels };
    return { figure: 'f', kind: 'matrix', step, data };
  });
  return { outputs: [{ kind: 'figure', figure }], figures: { f: { figure, frames } } };
}

/** What comes back of it on the next visit. */
async function broughtBack(made: Keepsake): Promise<Keepsake> {
  const browser = testBrowser();
  const tab = browser.tab();
  tab.work.outputs.save('train', made, 7);
  await tab.pass(1_000);
  const [saved] = await browser.tab().work.outputs.load();
  expect(saved).toMatchObject({ cell: 'train', saved: 7 });
  return saved!.keepsake;
}

describe('saved outputs', () => {
  it('come back as they were, typed arrays and positions of controls included', async () => {
    const made = keepsake({
      ...matrix(0.001, 0.001),
      controls: { rate: 0.03, pad: new Float32Array([0, 1]), points: [{ x: 1, y: 2, label: 0 }] },
      error: { name: 'Error', message: 'no', stack: [] },
    });
    expect(await broughtBack(made)).toEqual(made);
  });

  it.each([
    ['two frames', [1.5, 1.5, 1.5], [0, 2]],
    ['the last frame', [2.5, 2.5, 2.5], [2]],
  ])(
    'keep of a figure that is too large as much as there is room for: %s',
    async (_, sizes, kept) => {
      const made = keepsake(matrix(...sizes));
      const { figures, outputs } = await broughtBack(made);
      expect(outputs).toEqual(made.outputs);
      expect(figures['f']?.frames).toEqual(kept.map((at) => made.figures['f']?.frames[at]));
    },
  );

  it('say that they were too large, and keep the controls', async () => {
    const made = keepsake({ ...matrix(5), controls: { rate: 0.5 } });
    const { figures, outputs, controls } = await broughtBack(made);
    expect(figures).toEqual({});
    expect(outputs).toEqual([{ kind: 'notice', text: expect.stringMatching(/too large/) }]);
    expect(controls).toEqual({ rate: 0.5 });
  });

  it('leave out a file of the reader’s that is too large by itself', async () => {
    const text = 'x'.repeat(2 * MEGABYTE);
    const controls = { rate: 0.5, file: { kind: 'csv' as const, name: 'big.csv', text } };
    const outputs: Output[] = [{ kind: 'text', text: 'read' }];
    const saved = await broughtBack(keepsake({ controls, outputs }));
    expect(saved.controls).toEqual({ rate: 0.5 });
    expect(saved.outputs).toEqual(outputs);
  });

  it('are at most 200 MB of a lesson; the oldest go', async () => {
    const browser = testBrowser();
    const { outputs } = browserStores();
    const record = (cell: string, saved: number, lesson = 'lesson') => ({
      ...{ lesson, cell, saved, protocol: 1, bytes: 80 * MEGABYTE, keepsake: keepsake() },
    });
    await outputs.write([record('a', 3), record('b', 1), record('c', 2), record('d', 0, 'other')]);
    const tab = browser.tab();
    tab.work.outputs.save('e', keepsake(), 4);
    await tab.work.outputs.flush();
    const left = async (lesson: string) => (await outputs.read(lesson)).map(({ cell }) => cell);
    expect(await left('lesson')).toEqual(['a', 'c', 'e']);
    expect(await left('other')).toEqual(['d']);
  });

  it('of another protocol are not shown', async () => {
    const browser = testBrowser();
    const old = { lesson: 'lesson', cell: 'a', saved: 1, bytes: 1, protocol: 0 };
    await browserStores().outputs.write([{ ...old, keepsake: keepsake() }]);
    expect(await browser.tab().work.outputs.load()).toEqual([]);
  });

  it('are kept when the page is left, and forgotten when asked', async () => {
    const browser = testBrowser();
    const tab = browser.tab();
    tab.work.outputs.save('train', keepsake(), 1);
    tab.leave();
    await tab.settled();
    expect(await browser.tab().work.outputs.load()).toHaveLength(1);
    tab.work.outputs.save('plot', keepsake(), 1);
    await tab.work.outputs.clear();
    await tab.pass(2_000);
    expect(await browser.tab().work.outputs.load()).toEqual([]);
  });

  it('stay forgotten when a write fails that began before', async () => {
    const browser = testBrowser();
    const { outputs } = browserStores();
    let fail = () => {};
    const writes = [
      () => new Promise<void>((_resolve, reject) => (fail = () => reject(new Error('no')))),
    ];
    const write: typeof outputs.write = (records) => writes.shift()?.() ?? outputs.write(records);
    const { work } = browser.tab('lesson', { outputs: { ...outputs, write } });
    work.outputs.save('train', keepsake(), 1);
    const flushed = work.outputs.flush();
    await work.outputs.clear();
    fail();
    await flushed;
    expect(work.getNote().state).toBe('none');
    work.outputs.save('plot', keepsake(), 2);
    await work.outputs.flush();
    const left = await browser.tab().work.outputs.load();
    expect(left.map(({ cell }) => cell)).toEqual(['plot']);
  });
});
