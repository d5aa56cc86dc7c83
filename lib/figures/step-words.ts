import { formatCount } from './format';

/**
 * "epoch 40 of 100" while looking back, "epoch 100" at the newest: while training runs, the newest step is not a total.
 * @param steps in order
 */
export function stepWords(stepName: string, steps: readonly number[], at: number): string {
  const shown = steps[at] ?? 0;
  const last = steps.at(-1) ?? shown;
  const place = `${stepName || 'step'} ${formatCount(shown)}`;
  return at < steps.length - 1 ? `${place} of ${formatCount(last)}` : place;
}
