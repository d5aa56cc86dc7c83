import type { FrameData, NetworkLayer, SurfaceGrid } from '@/lib/protocol';
import { exactChain } from './exact-chain';
import { exampleRow } from './example-row';
import { readLayer } from './network-data';
import { readFloats } from './read-values';
import type { Soon } from './soon';
import { allSoon, mapSoon } from './soon';
import { sampleGrid } from './surface-grid';
import { surfacePlane, type SurfacePlane } from './surface-plane';
import * as tf from './tf';
import type { SurfaceOptions } from './types/surface';

/** A model whose answers over a plane are ready to be drawn, as often as wanted. */
export type SurfaceReader = { read(): Soon<FrameData['surface']> };

/** Which of the model's inputs lie along the axes, and what the others are. */
export type Slice = { inputs: number; axes: readonly [number, number]; others: Float32Array };

/** Numbers of a network that the page is given to compute with, in one drawing, and in one of many. */
const MOST_NUMBERS = { once: 4_000, often: 1_000 };
/** Units of which each of many drawings may show a picture. */
const MOST_UNITS = 40;

/**
 * Prepares the drawing of a model's answers. A small chain of dense layers is handed over as its weights, so that the
 * page can show every unit and what a changed weight would do; of others the answer is sampled.
 *
 * @param often whether it is read again and again while the model trains
 * @throws {TypeError | RangeError} if it is no model of numbers in a row, or the options don't fit it.
 */
export function surfaceReader(
  model: tf.LayersModel,
  options: SurfaceOptions,
  caller: string,
  often: boolean,
): SurfaceReader {
  const inputs = checkedInputs(model, caller);
  const plane = surfacePlane(options, caller);
  const axes = checkedAxes(options.plane, inputs, caller);
  const row =
    options.at === undefined
      ? new Float32Array(inputs)
      : exampleRow(options.at, inputs, 'at', caller);
  const chain = exactChain(model);
  const isSmall = chain !== null && canBeHandedOver(chain, often);
  return {
    read: () =>
      mapSoon(row, (others) => {
        const slice = { inputs, axes, others };
        const frame = { ...copied(plane), held: heldWords(slice) };
        return isSmall
          ? mapSoon(readChain(chain, slice), (layers) => ({ ...frame, layers, grid: null }))
          : mapSoon(sampled(model, plane, slice), (grid) => ({ ...frame, layers: [], grid }));
      }),
  };
}

/** Frames may be transferred, so that each needs arrays of its own. */
const copied = (plane: SurfacePlane): SurfacePlane => ({
  ...plane,
  points: plane.points.slice(),
  classes: plane.classes.slice(),
});

function checkedInputs(model: tf.LayersModel, caller: string): number {
  if (!(model instanceof tf.LayersModel)) {
    throw new TypeError(`${caller} needs a model, for instance one made with tf.sequential.`);
  }
  const [, inputs] = model.inputs[0]?.shape ?? [];
  const isRow = model.inputs.length === 1 && model.inputs[0]?.shape.length === 2;
  if (isRow && inputs && inputs >= 2 && model.outputs[0]?.shape.length === 2) return inputs;
  throw new TypeError(
    `${caller} draws a model over two of its inputs, but this one takes [${model.inputs.map(({ shape }) => shape.join(', ')).join('], [')}]. ` +
      'It needs the shape [batch, 2], or more columns with { plane: [0, 1] }.',
  );
}

function checkedAxes(given: unknown, inputs: number, caller: string): readonly [number, number] {
  if (given === undefined && inputs === 2) return [0, 1];
  const [x, y] = (Array.isArray(given) ? given : []) as number[];
  const isInput = (index: unknown) =>
    Number.isInteger(index) && (index as number) >= 0 && (index as number) < inputs;
  if (isInput(x) && isInput(y) && x !== y) return [x!, y!];
  throw new TypeError(
    `${caller}: the model has ${inputs} inputs. Say which two lie along the axes, by their indices, as in { plane: [0, 1] }.`,
  );
}

function heldWords({ inputs, axes, others }: Slice): string {
  const held = Array.from(others).filter((_, i) => !axes.includes(i));
  if (inputs === 2) return '';
  const what = held.length === 1 ? 'The other input is' : `The other ${held.length} inputs are`;
  return `${what} held at ${held.every((value) => value === 0) ? '0' : 'those of one example'}.`;
}

function canBeHandedOver(chain: readonly tf.layers.Layer[], often: boolean): boolean {
  const numbers = chain.reduce(
    (sum, layer) => sum + layer.weights.reduce((all, weight) => all + sizeOf(weight.shape), 0),
    0,
  );
  const units = chain.reduce((sum, layer) => sum + (layer.weights[0]?.shape[1] ?? 0), 0);
  return often
    ? numbers <= MOST_NUMBERS.often && units <= MOST_UNITS
    : numbers <= MOST_NUMBERS.once;
}

const sizeOf = (shape: tf.Shape) => shape.reduce<number>((all, side) => all * (side ?? 1), 1);

/** The layers from the plane's two coordinates on: what the other inputs add to each sum goes into the first biases. */
function readChain(chain: readonly tf.layers.Layer[], slice: Slice): Soon<NetworkLayer[]> {
  return mapSoon(allSoon(chain.map(readLayer)), ([first, ...rest]) =>
    first ? [onPlane(first, slice), ...rest] : [],
  );
}

function onPlane(layer: NetworkLayer, { axes, others }: Slice): NetworkLayer {
  const { units, kernel } = layer;
  const bias = layer.bias.map((value, unit) =>
    others.reduce(
      (sum, other, from) =>
        axes.includes(from) ? sum : sum + other * (kernel[from * units + unit] ?? 0),
      value,
    ),
  );
  const rows = axes.map((from) => kernel.slice(from * units, (from + 1) * units));
  const two = new Float32Array(2 * units);
  rows.forEach((row, at) => two.set(row, at * units));
  return { ...layer, inputs: 2, kernel: two, bias };
}

function sampled(model: tf.LayersModel, plane: SurfacePlane, slice: Slice): Soon<SurfaceGrid> {
  const grid = sampleGrid(plane, slice);
  const answers = tf.tidy(() => model.predict(grid.inputs()) as tf.Tensor);
  const read = readFloats(answers);
  answers.dispose();
  return mapSoon(read, grid.from);
}
