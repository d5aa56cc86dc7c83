import { describe, expect, it } from 'vitest';
import { loadDrawing, type AnyHistory } from '@/lib/figures';
import type { Frame } from '@/lib/protocol';
import { stepOf, withoutIdleStep } from './standing';

const matrix = (steps: readonly number[], stepName = 'step'): AnyHistory => ({
  figure: { id: 'm', kind: 'matrix', title: 'Weights', caption: '', stepName },
  frames: steps.map((step): Frame<'matrix'> => {
    const data = { rows: ['a'], columns: ['b'], values: Float32Array.of(0.5) };
    return { figure: 'm', kind: 'matrix', step, data } as unknown as Frame<'matrix'>;
  }),
});

describe('a figure without steps', () => {
  it('has a table that is called as the figure is', async () => {
    const drawing = await loadDrawing('matrix');
    const caption = (history: AnyHistory) =>
      drawing.table(withoutIdleStep(history), history.frames.length - 1).caption;
    expect(caption(matrix([0]))).toBe('Weights');
    expect(caption(matrix([0, 1]))).toBe('Weights, step 1');
    expect(caption(matrix([0], 'epoch'))).toBe('Weights, epoch 0');
    expect(caption(matrix([7]))).toBe('Weights, step 7');
  });

  it('is at no step', () => {
    expect(stepOf(matrix([0]), 0)).toBe('');
    expect(stepOf(matrix([0], ''), 0)).toBe('');
    expect(stepOf(matrix([0, 5]), 0)).toBe('step 0 of 5');
  });
});
