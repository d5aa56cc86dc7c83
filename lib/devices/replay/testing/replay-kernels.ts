import type * as tf from '@tensorflow/tfjs-core';
import { installedNative } from '../../native';
import { floatsAt, bytesAt, presentWasm } from '../engine';
import { buildProgram } from '../program';
import { record } from '../record';
import { WorkingCopies } from '../working-copies';

/** An optimizer that does nothing: where it is called, a recording ends. */
class Applied {
  applyGradients(): void {
    // There is no variable to update.
  }
}

/**
 * What `compute` gives of these inputs in the ordinary way, and what a program made of it gives of the same; or why there
 * is no program.
 */
export function replayKernels(
  compute: (...inputs: tf.Tensor[]) => tf.Tensor,
  inputs: tf.Tensor[],
): { ordinary: number[]; replayed: number[] | string; isFlagged: boolean } {
  const [wasm, native] = [presentWasm()!, installedNative()!];
  const optimizer = new Applied() as unknown as tf.Optimizer;
  const { results, recording } = record(wasm, inputs, optimizer, {
    step() {
      const result = compute(...inputs);
      optimizer.applyGradients([{ name: 'none', tensor: result }] as never);
      return [result];
    },
    onGradients() {},
  });
  const ordinary = [...results[0]!.dataSync()];
  if ('refused' in recording) return { ordinary, replayed: recording.refused, isFlagged: false };
  const program = buildProgram(wasm, native, recording.trace, new WorkingCopies(wasm));
  if (typeof program === 'string') return { ordinary, replayed: program, isFlagged: false };
  inputs.forEach((input, i) => {
    const values = input.dataSync();
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    bytesAt(wasm, program.inputs[i]!, bytes.length).set(bytes);
  });
  const isFlagged = !program.run();
  const replayed = [...floatsAt(wasm, program.results[0]!, ordinary.length)];
  program.free();
  return { ordinary, replayed, isFlagged };
}
