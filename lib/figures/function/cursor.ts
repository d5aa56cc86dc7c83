import type { CursorOf, Key, Point, Pressed } from '../figure-module';
import { formatNumber } from '../format';
import { indexAt, lengthOf } from './data';
import { functionFormula } from './formula';
import { sampleAt, type FunctionScene } from './scene';

type FunctionCursor = CursorOf<'function'>;

/** Samples that an arrow up or down goes. */
const PAGE = 20;

/** The x under the pointer, anywhere in the drawing. */
export function hitFunction(scene: FunctionScene, { x, y }: Point): FunctionCursor | null {
  const { value, slope, data } = scene;
  const isInside =
    x > value.plot.x - 12 &&
    x < value.plot.x + value.plot.width + 12 &&
    y > value.plot.y - 8 &&
    y < slope.plot.y + slope.plot.height + 8;
  if (!isInside || lengthOf(data) === 0) return null;
  return { kind: 'function', at: indexAt(data, scene.x.value(x)) };
}

/** Left and right a sample, up and down twenty. It starts where the figure rests. */
export function moveFunction(
  scene: FunctionScene,
  cursor: FunctionCursor | null,
  key: Key,
): FunctionCursor {
  const from = cursor?.at ?? scene.resting;
  const last = Math.max(0, lengthOf(scene.data) - 1);
  const to: Record<Key, number> = {
    left: from - 1,
    right: from + 1,
    down: from - PAGE,
    up: from + PAGE,
    home: 0,
    end: last,
  };
  return { kind: 'function', at: Math.min(last, Math.max(0, to[key])) };
}

export function readFunction(scene: FunctionScene, { at }: FunctionCursor): string {
  const { curve, x, y, slope } = sampleAt(scene, at);
  return `${curve?.name ?? 'The function'} at x = ${formatNumber(x)}: ${formatNumber(y)}, slope ${formatNumber(slope)}`;
}

/** Leaves the mark there, where the slider is too. */
export function pressFunction(scene: FunctionScene, { at }: FunctionCursor): Pressed {
  return { settings: { x: sampleAt(scene, at).x } };
}

export function formulaOf(scene: FunctionScene, { at }: FunctionCursor): string | null {
  const { curve, ...numbers } = sampleAt(scene, at);
  return curve ? functionFormula(curve, numbers) : null;
}

export const restFunction = (scene: FunctionScene): FunctionCursor => ({
  kind: 'function',
  at: scene.resting,
});
