import type { Context, Extent } from './figure-module';
import { drawText } from './text';
import type { Theme } from './theme';

/** A figure before its first frame: a baseline, and what it waits for. */
export function drawWaiting(
  context: Context,
  extent: Extent,
  stepName: string,
  theme: Theme,
): void {
  const middle = extent.height / 2;
  context.setLineDash([2, 6]);
  context.strokeStyle = theme.ruleStrong;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(0, Math.round(middle) + 0.5);
  context.lineTo(extent.width, Math.round(middle) + 0.5);
  context.stroke();
  context.setLineDash([]);
  drawText(context, theme, waitingWords(stepName), extent.width / 2, middle, {
    color: theme.inkFaint,
    align: 'center',
    halo: theme.paper,
  });
}

export const waitingWords = (stepName: string) => `Waiting for the first ${stepName || 'step'}`;
