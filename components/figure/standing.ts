import { when, type AnyHistory } from '@/lib/figures';

/** Whether it has no steps: its one frame is of step 0, and nobody has said what it counts. */
function stands({ figure, frames }: AnyHistory): boolean {
  const unnamed = figure.stepName === '' || figure.stepName === 'step';
  return unnamed && frames.length === 1 && frames[0]?.step === 0;
}

/** The same, without a word for steps where there are none, so that no caption speaks of them. */
export function withoutIdleStep(history: AnyHistory): AnyHistory {
  if (!stands(history)) return history;
  return { ...history, figure: { ...history.figure, stepName: '' } };
}

/** Which step is shown, as "epoch 40 of 100"; empty where there are none. */
export const stepOf = (history: AnyHistory, at: number): string =>
  stands(history) ? '' : when(history, at);
