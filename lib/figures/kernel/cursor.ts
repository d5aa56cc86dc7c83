import { outputNear } from '../convolve/geometry';
import { cellAt } from '../convolve/hit-stepper';
import { valueAt } from '../convolve/plane';
import { numberTex, sumTex } from '../convolve/stepper-terms';
import type { CursorOf, Key, Point, Pressed } from '../figure-module';
import { formatNumber } from '../format';
import { moveInGrid } from '../move-in-grid';
import { grayOf } from './paint';
import type { KernelScene } from './scene';

type KernelCursor = CursorOf<'kernel'>;

/** A weight, or the pixel of the result that is made there; over the picture that whose window is around it. */
export function hitKernel(scene: KernelScene, point: Point): KernelCursor | null {
  const { kernelPlace, picturePlace, resultPlace, cell, side, geometry } = scene;
  const weight = cellAt(kernelPlace, cell, point);
  if (weight) return { kind: 'kernel', part: 'kernel', ...weight };
  const result = cellAt(resultPlace, side, point);
  if (result) return { kind: 'kernel', part: 'result', ...result };
  const pixel = cellAt(picturePlace, side, point);
  return pixel && { kind: 'kernel', part: 'picture', ...outputNear(geometry, pixel) };
}

/** Within the kernel, and beyond its right edge into the result; back over the result's left edge. */
export function moveKernel(
  { kernel, geometry, selected }: KernelScene,
  cursor: KernelCursor | null,
  key: Key,
): KernelCursor {
  const { output } = geometry;
  const place = { row: Math.floor(selected / kernel.width), column: selected % kernel.width };
  if (!cursor) return { kind: 'kernel', part: 'kernel', ...place };
  const inKernel = cursor.part === 'kernel';
  if (inKernel && key === 'right' && cursor.column === kernel.width - 1) {
    const [row, column] = [Math.floor(output.height / 2), Math.floor(output.width / 2)];
    return { kind: 'kernel', part: 'result', row, column };
  }
  if (!inKernel && key === 'left' && cursor.column === 0) return { kind: 'kernel', part: 'kernel', ...place }; // prettier-ignore
  const size = inKernel ? kernel : output;
  return { ...cursor, ...moveInGrid(cursor, key, size.height, size.width) };
}

export function readKernel(scene: KernelScene, { part, row, column }: KernelCursor): string {
  const place = `row ${row + 1}, column ${column + 1}`;
  if (part === 'kernel') {
    const isSelected = scene.selected === row * scene.kernel.width + column;
    const weight = formatNumber(valueAt(scene.kernel, { row, column }));
    return `weight in ${place}: ${weight}${isSelected ? ', set by the slider' : '. Press it to set it.'}`;
  }
  const values = scene.result.map((plane) => formatNumber(valueAt(plane, { row, column })));
  return `result, ${place}: ${values.length === 3 ? `red, green, blue ${values.join(', ')}` : values[0]}`;
}

export function pressKernel(
  { kernel }: KernelScene,
  { part, row, column }: KernelCursor,
): Pressed | null {
  return part === 'kernel' ? { settings: { selected: row * kernel.width + column } } : null;
}

/** The sum for this pixel; of colours, in their mean. */
export function kernelTex(scene: KernelScene, cursor: KernelCursor): string | null {
  const { data, kernel, geometry } = scene;
  if (cursor.part === 'kernel' || kernel.values.length > 25) return null;
  const parts = { input: grayOf(data.picture), kernel, geometry };
  const values = scene.result.map((plane) => valueAt(plane, cursor));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return sumTex(parts, cursor, numberTex(mean));
}
