import type * as tf from '@tensorflow/tfjs-core';
import { bytesAt, floatsAt, type Wasm } from './engine';
import type { Program } from './program';
import type { NamedGradient, Trace } from './trace';
import type { WorkingCopies } from './working-copies';

/** How far the two may be apart, as a share of the largest number of each tensor, and at all. */
const SHARE = 1e-3;
const LEAST = 1e-5;

/**
 * What a step computed in the ordinary way, and from what: taken down before and while it runs, so that a program made of
 * it can be held against it.
 */
export class Check {
  readonly #variables: Map<tf.Variable, Float32Array>;
  readonly #inputs: tf.TypedArray[];
  #gradients: (Float32Array | null)[] = [];

  /** @param former of a step of the same shapes */
  constructor(batch: readonly tf.Tensor[], former: Trace) {
    const variables = former.values.flatMap(({ source }) =>
      source.kind === 'variable' && !source.variable.isDisposed ? [source.variable] : [],
    );
    this.#variables = new Map(variables.map((one) => [one, one.dataSync<'float32'>()]));
    this.#inputs = batch.map((tensor) => tensor.dataSync());
  }

  /** Called with the gradients before they are applied. */
  note(gradients: readonly NamedGradient[]): void {
    this.#gradients = gradients.map(({ tensor }) => tensor?.dataSync<'float32'>() ?? null);
  }

  /**
   * Whether the program gives the same.
   *
   * @param results of the step @returns null if this batch is none that programs run
   */
  holds(
    wasm: Wasm,
    program: Program,
    copies: WorkingCopies,
    results: readonly tf.Tensor[],
  ): boolean | null {
    for (const [variable, values] of this.#variables)
      floatsAt(wasm, copies.addressOf(variable), values.length).set(values);
    this.#inputs.forEach((values, i) => {
      const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
      bytesAt(wasm, program.inputs[i]!, bytes.length).set(bytes);
    });
    if (!program.run()) return null;
    const isAt = (address: number, expected: Float32Array) =>
      areClose(floatsAt(wasm, address, expected.length), expected);
    const { assigned } = program.trace;
    return (
      results.every((result, i) => isAt(program.results[i]!, result.dataSync<'float32'>())) &&
      this.#gradients.every(
        (values, i) => values === null || isAt(program.gradients[i]!, values),
      ) &&
      assigned.every(({ variable }, i) =>
        isAt(program.assigned[i]!, variable.dataSync<'float32'>()),
      )
    );
  }
}

function areClose(a: Float32Array, b: Float32Array): boolean {
  const finite = b.filter(Number.isFinite);
  const scale = finite.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return a.every(
    (value, i) => Object.is(value, b[i]) || Math.abs(value - b[i]!) <= LEAST + SHARE * scale,
  );
}
