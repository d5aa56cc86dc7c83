import type { Context } from '../figure-module';

/** An upright or level line of one pixel on whole device pixels. */
export function drawRule(
  context: Context,
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
  color: string,
  dash: number[] = [],
): void {
  const crisp = (value: number) => Math.round(value - 0.5) + 0.5;
  context.setLineDash(dash);
  context.strokeStyle = color;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x0 === x1 ? crisp(x0) : x0, y0 === y1 ? crisp(y0) : y0);
  context.lineTo(x0 === x1 ? crisp(x1) : x1, y0 === y1 ? crisp(y1) : y1);
  context.stroke();
}
