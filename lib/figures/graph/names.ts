import { formatNumber } from '../format';
import type { GraphData, GraphNode } from './stages';

/** What stands in a node: of a kernel of TensorFlow.js, its sign, and what comes out of it in a word. */
const OPS: Readonly<Record<string, readonly [sign: string, word: string]>> = {
  Add: ['+', 'sum'],
  AddV2: ['+', 'sum'],
  AddN: ['+', 'sum'],
  Sub: ['\u2212', 'difference'],
  Multiply: ['\u00d7', 'product'],
  RealDiv: ['\u00f7', 'quotient'],
  Neg: ['\u2212', 'negative'],
  Square: ['( )\u00b2', 'square'],
  SquaredDifference: ['(a \u2212 b)\u00b2', 'squared difference'],
  Sqrt: ['\u221a', 'square root'],
  Exp: ['exp', 'exponential'],
  Log: ['log', 'logarithm'],
  Log1p: ['log(1+ )', 'logarithm of 1 +'],
  Sigmoid: ['\u03c3', 'sigmoid'],
  Tanh: ['tanh', 'tanh'],
  Relu: ['relu', 'ReLU'],
  Softplus: ['softplus', 'softplus'],
  Softmax: ['softmax', 'softmax'],
  Sum: ['\u03a3', 'total'],
  Mean: ['mean', 'mean'],
  BatchMatMul: ['@', 'matrix product'],
  Abs: ['| |', 'absolute value'],
  Pow: ['a\u1d47', 'power'],
  Maximum: ['max', 'maximum'],
  Minimum: ['min', 'minimum'],
};

export const opSign = ({ op }: GraphNode) => OPS[op]?.[0] ?? op.toLowerCase();
export const opWord = ({ op }: GraphNode) => OPS[op]?.[1] ?? op;

export const isScalar = ({ values, shape }: GraphNode) =>
  values.length === 1 && shape.every((extent) => extent === 1);

/** The reader's name, or a letter and a number: "u3" is the third node without one. */
export function nodeName({ nodes }: GraphData, at: number): string {
  const node = nodes[at]!;
  if (node.name !== '') return node.name;
  if (node.op === '' && isScalar(node)) return formatNumber(node.values[0]!);
  const before = nodes.slice(0, at + 1).filter(({ name, op }) => name === '' && op !== '');
  return `u${before.length}`;
}

export const resultName = (data: GraphData) => nodeName(data, data.nodes.length - 1);

/** "[2, 3]" */
export const shapeText = ({ shape }: GraphNode) => `[${shape.join(', ')}]`;
