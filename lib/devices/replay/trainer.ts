import type * as tf from '@tensorflow/tfjs-core';
import type { Native } from '../native';
import { Check } from './check-program';
import { floatsAt, type Wasm } from './engine';
import { buildProgram, type Program } from './program';
import { record } from './record';
import { isSameTrace } from './same-trace';
import type { Trace } from './trace';
import { createUpdate, type Update } from './update';
import { WorkingCopies } from './working-copies';

/** One training step in the ordinary way: of the batch's tensors, inputs before targets, the loss and the metrics. */
export type OrdinaryStep = (batch: tf.Tensor[]) => tf.Tensor[];

/** `variables` are all that the program reads and the update changes. */
type Ready = { program: Program; update: Update; variables: tf.Variable[] };

/** Of batches of one shape: what was recorded last, and the program made of it. */
type Known = {
  last: Trace | null;
  ready: Ready | null;
  /** Why such steps are never replayed, for who looks with a debugger. */
  refused: string | null;
  /** How often two steps after another were not the same. */
  differences: number;
  /** False until a step that is run in the ordinary way has shown that the program is still what the model does. */
  isTrusted: boolean;
};

/** A model may be changed now and then; steps with chance in them always differ. */
const MOST_DIFFERENCES = 2;

/**
 * The training steps of one compiled model. The first two of a shape run in the ordinary way and are recorded. If they
 * are the same, and the program made of them computes what the second one did, the others are replayed.
 */
export class Trainer {
  readonly #copies: WorkingCopies;
  readonly #known = new Map<string, Known>();

  constructor(
    readonly wasm: Wasm,
    private readonly native: Native,
    readonly optimizer: tf.Optimizer,
  ) {
    this.#copies = new WorkingCopies(wasm);
  }

  get bytes(): number {
    return [...this.#known.values()].reduce((sum, one) => sum + (one.ready?.program.bytes ?? 0), 0);
  }

  /** Whether a variable that its programs need was disposed. */
  get isOver(): boolean {
    return [...this.#known.values()].some(({ ready }) =>
      ready?.variables.some(({ isDisposed }) => isDisposed),
    );
  }

  /** What was recorded is compared with an ordinary step before it is used again: anything may have happened since. */
  doubt(): void {
    for (const known of this.#known.values()) known.isTrusted = false;
  }

  /** A program for batches of these shapes; null while there is none: `record` a step then. */
  ready(shapes: string): Program | null {
    const known = this.#known.get(shapes);
    if (!known?.ready || !known.isTrusted) return null;
    if (this.#take(known)) return known.ready.program;
    drop(known);
    return null;
  }

  /**
   * Runs the program that `ready` gave, on the batch that was put into its inputs.
   *
   * @returns the loss and the metrics; null, with nothing changed, if this batch must be run in the ordinary way
   */
  replay(shapes: string): number[] | null {
    const { program, update } = this.#known.get(shapes)!.ready!;
    if (!program.run()) return null;
    update.apply();
    const { wasm } = this;
    program.trace.assigned.forEach(({ variable }, i) => {
      const values = floatsAt(wasm, program.assigned[i]!, variable.size);
      floatsAt(wasm, this.#copies.addressOf(variable), variable.size).set(values);
    });
    return program.results.map((address) => floatsAt(wasm, address, 1)[0]!);
  }

  /** Runs a step in the ordinary way, and learns from it. */
  record(shapes: string, batch: tf.Tensor[], step: OrdinaryStep): tf.Tensor[] {
    const known = this.#knownOf(shapes);
    if (known.refused !== null) return step(batch);
    const needsCheck = known.last !== null && known.ready === null;
    const check = needsCheck ? new Check(batch, known.last!) : null;
    const { results, recording } = record(this.wasm, batch, this.optimizer, {
      step: () => step(batch),
      onGradients: (gradients) => check?.note(gradients),
    });
    if ('refused' in recording) this.#refuse(known, recording.refused);
    else this.#learn(known, recording.trace, check, results);
    return results;
  }

  /** Gives all variables back, and frees all memory. */
  free(): void {
    this.#copies.release();
    for (const known of this.#known.values()) drop(known);
    this.#known.clear();
  }

  #knownOf(shapes: string): Known {
    const known = this.#known.get(shapes);
    if (known !== undefined) return known;
    const fresh = { last: null, ready: null, refused: null, differences: 0, isTrusted: false };
    this.#known.set(shapes, fresh);
    return fresh;
  }

  #learn(known: Known, trace: Trace, check: Check | null, results: tf.Tensor[]): void {
    const isSame = known.last !== null && isSameTrace(known.last, trace);
    if (isSame && known.ready !== null) {
      known.isTrusted = true;
      return;
    }
    drop(known);
    if (known.last !== null && !isSame) known.differences += 1;
    if (known.differences > MOST_DIFFERENCES) return this.#refuse(known, 'steps differ');
    known.last = trace;
    if (isSame && check !== null) this.#build(known, trace, check, results);
  }

  #build(known: Known, trace: Trace, check: Check, results: tf.Tensor[]): void {
    const { wasm, native, optimizer } = this;
    const program = buildProgram(wasm, native, trace, this.#copies);
    if (typeof program === 'string') return this.#refuse(known, program);
    const update = createUpdate(native, optimizer, program, this.#copies);
    const isRight = update !== null && check.holds(wasm, program, this.#copies, results);
    if (isRight && update !== null) {
      known.ready = { program, update, variables: variablesOf(program, update) };
      known.isTrusted = true;
      return;
    }
    program.free();
    if (isRight === false) this.#refuse(known, 'the program computes something else');
  }

  #refuse(known: Known, reason: string): void {
    drop(known);
    known.last = null;
    known.refused = reason;
  }

  /** Takes all that the program reads and changes. False if something of it is gone. */
  #take({ ready }: Known): boolean {
    const { update, variables } = ready!;
    if (!update.isSound()) return false;
    for (const variable of variables) if (variable.isDisposed) return false;
    for (const variable of variables) this.#copies.take(variable);
    return true;
  }
}

function variablesOf({ trace }: Program, update: Update): tf.Variable[] {
  const read = trace.values.flatMap(({ source }) =>
    source.kind === 'variable' ? [source.variable] : [],
  );
  const assigned = trace.assigned.map(({ variable }) => variable);
  return [...new Set([...read, ...assigned, ...update.variables])];
}

function drop(known: Known): void {
  known.ready?.program.free();
  known.ready = null;
}
