import type { Context, Point } from '../figure-module';

/** A line through the points in the dash that is set, parted where `y` is not finite. */
export function strokeBroken(
  context: Context,
  points: readonly Point[],
  color: string,
  width: number,
): void {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.beginPath();
  let drawing = false;
  for (const { x, y } of points) {
    if (!Number.isFinite(y)) drawing = false;
    else if (drawing) context.lineTo(x, y);
    else {
      context.moveTo(x, y);
      drawing = true;
    }
  }
  context.stroke();
}
