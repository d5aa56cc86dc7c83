import { describe, expect, it } from 'vitest';
import { branchStep } from './branch-step';

describe('branchStep', () => {
  const branches = { steps: [0, 4, 8], stepName: 'epoch' };

  it('is the last kept one at or before what is shown', () => {
    expect(branchStep(branches, 'epoch', 8)).toBe(8);
    expect(branchStep(branches, 'epoch', 7)).toBe(4);
    expect(branchStep(branches, 'epoch', 3)).toBe(0);
  });

  it('is none where steps are others, or nothing is kept or shown', () => {
    expect(branchStep(branches, 'token', 8)).toBeNull();
    expect(branchStep(branches, 'epoch', undefined)).toBeNull();
    expect(branchStep({ steps: [], stepName: '' }, '', 3)).toBeNull();
    expect(branchStep({ steps: [4], stepName: 'epoch' }, 'epoch', 3)).toBeNull();
  });
});
