import { describe, expect, test } from 'vitest';
import { atLeast, atMost, targetsReport } from './targets.mjs';

describe('targets', () => {
  test('a limit itself is met, from above and from below', () => {
    expect(atMost('stop', 200, 200, 'ms').met).toBe(true);
    expect(atMost('stop', 200.1, 200, 'ms').met).toBe(false);
    expect(atLeast('spiral', 3000, 3000, 'batches/s').met).toBe(true);
    expect(atLeast('spiral', 2999.9, 3000, 'batches/s').met).toBe(false);
  });

  test('what was not measured, being no number, is not met', () => {
    expect(atMost('stop', Number.NaN, 200, 'ms').met).toBe(false);
    expect(atLeast('spiral', Number.NaN, 3000, 'batches/s').met).toBe(false);
  });

  test('the table says which are missed', () => {
    const text = targetsReport([
      atMost('dense', 0.08, 0.1, 's', 2),
      atLeast('gan', 120, 300, 'steps/s'),
    ]);
    expect(text).toMatch(/dense\s+at most 0\.10 s\s+0\.08 s\s+met/);
    expect(text).toMatch(/gan\s+at least 300 steps\/s\s+120 steps\/s\s+MISSED/);
  });

  test('no targets, no table', () => expect(targetsReport([])).toBe(''));
});
