import type { Key, Point, Rect } from '../figure-module';
import { moveInGrid } from '../move-in-grid';
import { outputNear, type Place } from './geometry';
import type { Stepper } from './stepper';

/** The output's cell under the pointer: of the output itself, or whose window lies around a cell of the input. */
export function hitStepper(stepper: Stepper, point: Point): Place | null {
  const { inputPlace, outputPlace, side, geometry } = stepper;
  const { output, before } = geometry;
  if (output.height * output.width === 0) return null;
  const out = cellAt(outputPlace, side, point);
  if (out) return { row: Math.min(output.height - 1, out.row), column: Math.min(output.width - 1, out.column) }; // prettier-ignore
  const cell = cellAt(inputPlace, side, point);
  if (!cell) return null;
  return outputNear(geometry, { row: cell.row - before.row, column: cell.column - before.column });
}

export function cellAt(place: Rect, side: number, { x, y }: Point): Place | null {
  const inside =
    x >= place.x && y >= place.y && x < place.x + place.width && y < place.y + place.height;
  if (!inside) return null;
  return { row: Math.floor((y - place.y) / side), column: Math.floor((x - place.x) / side) };
}

/** From one of the output's cells to its neighbour. */
export function moveStepper({ geometry }: Stepper, from: Place, key: Key): Place {
  return moveInGrid(from, key, geometry.output.height, geometry.output.width);
}
