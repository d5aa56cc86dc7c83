import { accuracyAtLeast } from './accuracy';
import type { Calls } from './calls';
import { checkGradient } from './check-gradient';
import { createExpect } from './expect';
import { lossFalls } from './loss-falls';
import { parameterBudget } from './models';
import { noLeaks } from './no-leaks';
import type { Registry } from './registry';
import { createUsesNo } from './uses-no';

/** What the tests of one answer find by name, besides what it and the set-up declare; nothing of it reaches the answer. */
export function createTestNames(answer: string, calls: Calls, registry: Registry) {
  const { expect, later } = createExpect(calls);
  const names = {
    test: registry.test,
    mistake: registry.mistake,
    expect,
    checkGradient,
    lossFalls,
    parameterBudget,
    accuracyAtLeast,
    usesNo: createUsesNo(answer),
    noLeaks,
  };
  return { names, later };
}
