import * as tf from '@tensorflow/tfjs-core';
import type { GPGPUProgram, MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { computeAll, type Formula } from './formula';
import type { Update } from './pass';

/** By one fragment program a tensor that changes. */
export function webglPass(update: Update): void {
  const backend = tf.backend() as MathBackendWebGL;
  const { shape } = update.weight;
  computeAll(update, (formula, inputs, numbers) =>
    backend.runWebGLProgram(
      programFor(formula, shape),
      [...inputs],
      'float32',
      numbers.map((number) => [number]),
    ),
  );
}

/** TensorFlow.js packs four elements, two rows of two columns, into a texel; beyond four axes we leave it to unpack. */
const MOST_PACKED_AXES = 4;

function programFor(formula: Formula, shape: number[]): GPGPUProgram {
  const isPacked =
    shape.length <= MOST_PACKED_AXES && tf.env().getBool('WEBGL_PACK_BINARY_OPERATIONS');
  return {
    variableNames: formula.tensors.map((name) => name.toUpperCase()),
    customUniforms: formula.numbers.map((name) => ({ name, type: 'float' })),
    outputShape: shape,
    packedInputs: isPacked,
    packedOutput: isPacked,
    // One program for all shapes of as many axes: less to compile.
    enableShapeUniforms: shape.length <= MOST_PACKED_AXES,
    userCode: codeFor(formula, isPacked ? { type: 'vec4', edges: edgesOf(shape) } : FLOAT),
  };
}

const FLOAT = { type: 'float', edges: '' };

function codeFor({ text, tensors }: Formula, { type, edges }: typeof FLOAT): string {
  const reads = tensors.map((name) => `${type} ${name} = get${name.toUpperCase()}AtOutCoords();`);
  return `
    void main() {
      ${reads.join('\n')}
      ${type} result = ${text};
      ${edges}
      setOutput(result);
    }`;
}

/** What a texel has beyond the edge of the tensor must be 0: products of packed matrices add it up. */
function edgesOf(shape: number[]): string {
  const rank = shape.length;
  if (tf.util.sizeFromShape(shape) === 1) return 'result.yzw = vec3(0.);';
  if (rank === 1)
    return `
      result.y = getOutputCoords() + 1 >= outShape ? 0. : result.y;
      result.zw = vec2(0.);`;
  return `
    ivec${rank} coords = getOutputCoords();
    bool isLastRow = coords[${rank - 2}] + 1 >= outShape[${rank - 2}];
    bool isLastColumn = coords[${rank - 1}] + 1 >= outShape[${rank - 1}];
    result.y = isLastColumn ? 0. : result.y;
    result.z = isLastRow ? 0. : result.z;
    result.w = isLastColumn || isLastRow ? 0. : result.w;`;
}
