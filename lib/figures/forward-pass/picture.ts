import { createNetwork, type DenseNetwork } from './dense-network';
import { descend } from './descend';
import { edgesOf, type Edge } from './edges';
import { answerOf, forward } from './forward';
import { gradientOf } from './gradient';
import { curve, placeOf, type Place } from './place';
import { sampleOf } from './sample';
import { fullOf, signOf, strokesOf, type Stroke, type ValueOf } from './strokes';
import { standardised, TRUTH, WOMAN } from './woman';

export const SIZES = [8, 64, 32, 1] as const;
export const SEED = 1;
export const RATE = 0.2;
/** So many edges show their own change of width; the others change by less. */
const MOVING = 16;

/** Strength as a share of the layer's largest drawn weight before the step. */
type Weight = Omit<Stroke, 'd'>;
/** An edge whose width and colour change. */
export type MovingEdge = { before: Weight; after: Weight; d: string };
/** `share` is the value as a share of the layer's largest, -1 to 1. */
export type Unit = Place & { share: number };

export type ForwardPassPicture = {
  /** The probability before and after the step. */
  answer: number;
  answerAfter: number;
  /** Weights and biases of the whole network, drawn or not. */
  parameters: number;
  units: Unit[][];
  weights: Stroke[];
  moving: MovingEdge[];
  /** Each layer's products of weight and value, on their way to the sums. */
  signals: Stroke[][];
  /** Each layer's changes of weight, which the error brings as it goes back. */
  changes: Stroke[][];
};

/** One woman through the untrained network of lesson 2, and one step of training on her alone. */
export function forwardPassPicture(): ForwardPassPicture {
  const network = createNetwork(SIZES, SEED);
  const row = standardised(WOMAN);
  const values = forward(network, row);
  const gradients = gradientOf(network, row, TRUTH);
  const after = descend(network, gradients, RATE);
  const edges = edgesOf(network);
  const weight = weightIn(network);
  const change = (edge: Edge) => weightIn(after)(edge) - weight(edge);
  const signal = (edge: Edge) => weight(edge) * values[edge.layer]![edge.fromUnit]!;
  const moving = strongest(edges, change, MOVING);
  const resting = edges.filter((edge) => !moving.includes(edge));
  return {
    answer: answerOf(network, row),
    answerAfter: answerOf(after, row),
    parameters: network.reduce((sum, { kernel, bias }) => sum + kernel.length + bias.length, 0),
    units: values.map((of, layer) => unitsOf(of, layer)),
    weights: strokesOf(resting, weight, { levels: 5, full: fullOf(edges, weight) }),
    moving: movingEdges(edges, moving, weight, weightIn(after)),
    signals: byLayer(edges, (own) => strokesOf(own, signal, { levels: 3, least: 0.12 })),
    changes: byLayer(edges, (own) =>
      strokesOf(own, change, { levels: 3, least: 0.12, back: true }),
    ),
  };
}

const weightIn = (network: DenseNetwork) => (edge: Edge) =>
  network[edge.layer]!.kernel[edge.index]!;

function byLayer<T>(edges: readonly Edge[], of: (own: Edge[]) => T): T[] {
  return SIZES.slice(1).map((_, layer) => of(edges.filter((edge) => edge.layer === layer)));
}

function strongest(edges: readonly Edge[], valueOf: ValueOf, count: number): Edge[] {
  return [...edges].sort((a, b) => Math.abs(valueOf(b)) - Math.abs(valueOf(a))).slice(0, count);
}

function unitsOf(values: Float64Array, layer: number): Unit[] {
  const full = Math.max(...values.map(Math.abs)) || 1;
  return sampleOf(values.length).map((unit, index) => ({
    ...placeOf(layer, values.length, index),
    share: values[unit]! / full,
  }));
}

function movingEdges(
  edges: readonly Edge[],
  moving: readonly Edge[],
  before: ValueOf,
  after: ValueOf,
): MovingEdge[] {
  const full = fullOf(edges, before);
  return moving.map((edge) => {
    const lookAt = (value: number) => ({
      sign: signOf(value),
      strength: Math.abs(value) / full[edge.layer]!,
    });
    return {
      before: lookAt(before(edge)),
      after: lookAt(after(edge)),
      d: curve(edge.from, edge.to),
    };
  });
}
