import type { History } from './figure-module';
import { formatCount } from './format';

/**
 * "epoch 40 of 100" while looking back, "epoch 100" at the newest frame: while training runs,
 * the newest step is not a total.
 */
export function when(history: History, at: number): string {
  const { stepName } = history.figure;
  const shown = history.frames[at]?.step ?? 0;
  const last = history.frames[history.frames.length - 1]?.step ?? shown;
  const place = `${stepName || 'step'} ${formatCount(shown)}`;
  return at < history.frames.length - 1 ? `${place} of ${formatCount(last)}` : place;
}
