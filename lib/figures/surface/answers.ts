import type { NetworkLayer } from '@/lib/protocol';
import { forward } from '../dense/forward';
import type { Fields, SurfaceData } from './fields';
import { classOf, meaningOf } from './meaning';

/** The model's answers for the points: the outputs of each, and whether they stand for the point's own class. */
export type Answers = { outputs: readonly (readonly number[])[]; right: readonly boolean[] };

const cache = new WeakMap<readonly NetworkLayer[] | SurfaceData, Answers>();

/**
 * Null where the points are not all that the model sees of its examples: on a plane on which other inputs are held,
 * a point's place does not say what the model answers for it.
 */
export function answersOf(
  data: SurfaceData,
  layers: readonly NetworkLayer[],
  fields: Fields,
): Answers | null {
  if (data.held !== '' || data.classes.length === 0) return null;
  const key = data.grid ? data : layers;
  const known = cache.get(key);
  // Training leaves the points as they are, but sends them anew.
  if (known?.outputs.length === data.classes.length) return known;
  const outputs = data.grid ? sampledAnswers(data.grid) : computedAnswers(data, layers);
  const meaning = meaningOf(data, layers, fields, layers.length, 0);
  const right = outputs.map((answer, i) => classOf(answer, meaning) === data.classes[i]);
  const answers = { outputs, right };
  cache.set(key, answers);
  return answers;
}

function computedAnswers(data: SurfaceData, layers: readonly NetworkLayer[]): number[][] {
  const count = data.classes.length;
  const coordinate = (axis: 0 | 1) =>
    Float32Array.from({ length: count }, (_, i) => data.points[2 * i + axis] ?? NaN);
  const units = forward(layers, [coordinate(0), coordinate(1)])[layers.length] ?? [];
  return Array.from({ length: count }, (_, i) => units.map((unit) => unit[i] ?? NaN));
}

function sampledAnswers({ outputs, answers }: NonNullable<SurfaceData['grid']>): number[][] {
  return Array.from({ length: answers.length / outputs }, (_, i) =>
    Array.from(answers.subarray(i * outputs, (i + 1) * outputs)),
  );
}
