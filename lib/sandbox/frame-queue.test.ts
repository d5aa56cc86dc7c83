import { expect, it } from 'vitest';
import type { Frame } from '@/lib/protocol';
import { createFrameQueue } from './frame-queue';

const curve = (figure: string, step: number): Frame => ({
  figure,
  kind: 'curve',
  step,
  data: { values: { loss: step } },
});
const always = () => true;

it('thins each figure by itself and keeps the last frame of each', () => {
  const queue = createFrameQueue();
  for (let step = 0; step < 1_001; step++) {
    queue.add([curve('a', step)], always);
    queue.add([curve('b', step)], always);
  }
  const frames = queue.take();
  for (const figure of ['a', 'b']) {
    const steps = frames.filter((frame) => frame.figure === figure).map((frame) => frame.step);
    expect(steps.length).toBeLessThanOrEqual(121);
    expect(steps.length).toBeGreaterThan(30);
    expect(steps.at(-1)).toBe(1_000);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  }
  expect(queue.take()).toEqual([]);
});

it('drops the frames of a figure that is not shown', () => {
  const queue = createFrameQueue();
  queue.add([curve('a', 0), curve('hidden', 0)], (figure) => figure === 'a');
  expect(queue.take().map((frame) => frame.figure)).toEqual(['a']);
});

it('bounds the numbers of a batch', () => {
  const queue = createFrameQueue();
  const side = 1_000;
  for (let step = 0; step < 20; step++) {
    const values = new Float32Array(side * side);
    const data = {
      rows: side,
      columns: side,
      values,
      rowLabels: [],
      columnLabels: [],
      scale: 'magnitude' as const,
    };
    queue.add([{ figure: 'm', kind: 'matrix', step, data }], always);
  }
  const frames = queue.take();
  const numbers = frames.reduce(
    (sum, frame) => sum + (frame.kind === 'matrix' ? frame.data.values.length : 0),
    0,
  );
  expect(numbers).toBeLessThanOrEqual(2 * side * side);
  expect(frames.at(-1)?.step).toBe(19);
});
