import { describe, expect, it } from 'vitest';
import type { Figure } from '@/lib/protocol';
import { sharedTimes } from './shared-times';
import { stepWords } from './step-words';

function history(id: string, stepName: string, steps: number[]) {
  const figure: Figure = { id, kind: 'matrix', title: id, caption: '', stepName };
  return { figure, frames: steps.map((step) => ({ step })) };
}

describe('figures that share their time', () => {
  const curve = history('curve', 'epoch', [1, 2, 3]);
  const network = history('network', 'epoch', [0, 2, 3]);
  const once = history('once', 'epoch', [0]);
  const token = history('token', 'token', [0, 1]);

  it('are those of one step name with more than one frame, over all their steps', () => {
    expect(sharedTimes([curve, once, token, network], false)).toEqual([
      { stepName: 'epoch', figures: ['curve', 'network'], steps: [0, 1, 2, 3] },
    ]);
  });

  it('are none where only one can be moved through', () => {
    expect(sharedTimes([curve, once, token], false)).toEqual([]);
  });

  it('count while they wait for their frames', () => {
    const waiting = [history('a', 'epoch', []), history('b', 'epoch', [])];
    expect(sharedTimes(waiting, true)).toEqual([
      { stepName: 'epoch', figures: ['a', 'b'], steps: [] },
    ]);
    expect(sharedTimes(waiting, false)).toEqual([]);
  });

  it('come in as many groups as there are step names', () => {
    const other = history('other', 'token', [5, 9]);
    const groups = sharedTimes([token, curve, other, network], false);
    expect(groups.map(({ stepName, steps }) => [stepName, steps])).toEqual([
      ['token', [0, 1, 5, 9]],
      ['epoch', [0, 1, 2, 3]],
    ]);
  });
});

describe('stepWords', () => {
  it('names a total only when looking back', () => {
    expect(stepWords('epoch', [1, 2, 1000], 1)).toBe('epoch 2 of 1,000');
    expect(stepWords('', [1, 2, 1000], 2)).toBe('step 1,000');
  });
});
