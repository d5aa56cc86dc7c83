import type { Branches } from '@/lib/kernel/state';

/** The last step, of those from which training can go on, at or before the one that is shown; null where there is none. */
export function branchStep(
  branches: Branches,
  stepName: string,
  shown: number | undefined,
): number | null {
  if (shown === undefined || branches.stepName !== stepName) return null;
  return branches.steps.findLast((step) => step <= shown) ?? null;
}
