import * as tf from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { computeAll, type Formula } from './formula';
import type { Update } from './pass';

const WORKGROUP = 64;

type Program = Parameters<WebGPUBackend['runWebGPUProgram']>[0];

/** By one compute program a tensor that changes: TensorFlow.js gives a program one output. */
export function webgpuPass(update: Update): void {
  const backend = tf.backend() as WebGPUBackend;
  const { size, shape } = update.weight;
  computeAll(update, (formula, inputs, numbers) => {
    const { dataId } = backend.runWebGPUProgram(
      programFor(formula, size),
      // A buffer is dense, so one program does for all shapes.
      inputs.map((input) => ({ dataId: input.dataId, dtype: input.dtype, shape: [size] })),
      'float32',
      numbers.map((number) => ({ type: 'float32', data: [number] })),
    );
    return { dataId, dtype: 'float32', shape };
  });
}

function programFor({ text, tensors, numbers }: Formula, size: number): Program {
  const reads = tensors.map((name) => `let ${name} = ${name.toUpperCase()}[index];`);
  const takes = numbers.map((name) => `let ${name} = uniforms.${name};`);
  return {
    variableNames: tensors.map((name) => name.toUpperCase()),
    uniforms: numbers.map((name) => `${name} : f32,`).join(' '),
    outputShape: [size],
    workgroupSize: [WORKGROUP, 1, 1],
    dispatchLayout: { x: [0] },
    dispatch: [Math.ceil(size / WORKGROUP), 1, 1],
    size: true,
    shaderKey: `optimizer ${text}`,
    getUserCode: () => `
      fn main(index : i32) {
        if (index < uniforms.size) {
          ${[...reads, ...takes].join('\n')}
          setOutputAtIndex(index, ${text});
        }
      }`,
  };
}
