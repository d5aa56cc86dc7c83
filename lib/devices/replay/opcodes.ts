/** Instructions of `replay` in lib/devices/native/assembly/replay.ts: the place in each list is the code. */
export const INSTRUCTIONS = [
  'binary',
  'unary',
  'compare',
  'logical',
  'choose',
  'convert',
  'reduce',
  'argMax',
  'softmax',
  'move',
  'gatherRows',
  'lookUp',
  'addRows',
  'oneHot',
  'gemm',
] as const;
export type Instruction = (typeof INSTRUCTIONS)[number];

/** By the names of TensorFlow.js's kernels. */
export const BINARY = [
  'Add',
  'Sub',
  'Multiply',
  'RealDiv',
  'Maximum',
  'Minimum',
  'SquaredDifference',
  'EluGrad',
  // Of lib/devices/kernels.
  'ReluGrad',
] as const;

export const UNARY = [
  'Copy',
  'Neg',
  'Abs',
  'Square',
  'Sqrt',
  'Rsqrt',
  'Reciprocal',
  'Relu',
  'Relu6',
  'Sigmoid',
  'Tanh',
  'Exp',
  'Log',
  'Log1p',
  'Elu',
  'Step',
  'ClipByValue',
  'LeakyRelu',
] as const;

export const COMPARE = [
  'Greater',
  'GreaterEqual',
  'Less',
  'LessEqual',
  'Equal',
  'NotEqual',
] as const;

export const LOGICAL = ['LogicalAnd', 'LogicalOr', 'LogicalNot'] as const;

/** Of bytes (bool) and whole numbers (int32) to others. */
export const CONVERT = ['bool float32', 'int32 float32', 'float32 int32', 'bool int32'] as const;

export const REDUCE = ['Sum', 'Mean', 'Max'] as const;
