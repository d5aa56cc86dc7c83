import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { builtins, hasOwnCode, type Builtins } from '../choice/own-code';
import type { Native } from '../native';
import { presentWasm } from './engine';
import type { FitModel } from './fitting';
import { isSameState, stateOf } from './model-parts';
import { Trainer } from './trainer';
import { ruleOf } from './update';

/** Of so many models programs are kept, and of no more than take so much memory together. */
const MOST = 4;
const MOST_BYTES = 64 * 2 ** 20;

/** `trainer` is null for a model whose steps are not replayed; `compiled` is made anew whenever it is compiled. */
type Kept = { trainer: Trainer | null; compiled: object; state: unknown[]; isDoubted: boolean };

/** The trainers of models, and of those that were used last the programs. */
export class Trainers {
  readonly #kept = new Map<FitModel, Kept>();
  readonly #builtins: Builtins = builtins();

  constructor(private readonly native: () => Native | null) {}

  /** Anything may have happened: what was recorded is compared with an ordinary step before it is used again. */
  doubt(): void {
    this.#tidy();
    for (const kept of this.#kept.values()) kept.isDoubted = true;
  }

  /** Of a training that begins. @returns what to ask before each step */
  begin(model: FitModel): () => Trainer | null {
    this.#tidy();
    const kept = this.#kept.get(model);
    if (kept !== undefined) this.#use(model, { ...kept, isDoubted: true });
    // Within one training TensorFlow.js too asks for such a thing but once.
    const isReplayable = this.#isReplayable(model);
    return () => (isReplayable ? this.#present(model, true) : null);
  }

  /** Of a step that a reader's own loop makes; null if it can't be replayed. */
  now(model: FitModel): Trainer | null {
    const kept = this.#kept.get(model);
    if (kept !== undefined && !isSameState(model, kept.state)) kept.isDoubted = true;
    const isUnknown =
      kept === undefined || kept.isDoubted || kept.compiled !== model.metricsTensors;
    return this.#present(model, isUnknown ? this.#isReplayable(model) : kept.trainer !== null);
  }

  #present(model: FitModel, isReplayable: boolean): Trainer | null {
    const wasm = presentWasm();
    const kept = this.#kept.get(model);
    const isSame =
      kept !== undefined &&
      kept.compiled === model.metricsTensors &&
      isReplayable === (kept.trainer !== null) &&
      (kept.trainer === null ||
        (kept.trainer.optimizer === model.optimizer_ && kept.trainer.wasm === wasm));
    if (!isSame) return this.#make(model, isReplayable);
    if (kept.isDoubted) {
      kept.trainer?.doubt();
      kept.state = stateOf(model);
      kept.isDoubted = false;
    }
    return kept.trainer;
  }

  #make(model: FitModel, isReplayable: boolean): Trainer | null {
    this.#drop(model);
    const { metricsTensors: compiled, optimizer_: optimizer } = model;
    const [wasm, native] = [presentWasm(), this.native()];
    const canReplay =
      isReplayable && wasm !== null && native !== null && ruleOf(optimizer) !== null;
    const trainer = canReplay ? new Trainer(wasm, native, optimizer) : null;
    this.#use(model, { trainer, compiled, state: stateOf(model), isDoubted: false });
    for (const other of [...this.#kept.keys()].slice(0, -MOST)) this.#drop(other);
    return trainer;
  }

  /** Who was used last stands last. */
  #use(model: FitModel, kept: Kept): void {
    this.#kept.delete(model);
    this.#kept.set(model, kept);
  }

  /** Frees what belongs to models that were disposed, and what is too much: who was used last keeps its own. */
  #tidy(): void {
    let bytes = 0;
    for (const [model, { trainer }] of [...this.#kept].reverse()) {
      bytes += trainer?.bytes ?? 0;
      if (trainer?.isOver || bytes > MOST_BYTES) this.#drop(model);
    }
  }

  #drop(model: FitModel): void {
    this.#kept.get(model)?.trainer?.free();
    this.#kept.delete(model);
  }

  /** Steps with code of a reader's own in them may do anything; so may what watches single operations. */
  #isReplayable(model: FitModel): boolean {
    const { profiling } = (tf.engine() as unknown as { state: { profiling: boolean } }).state;
    return (
      !profiling &&
      !tf.env().getBool('DEBUG') &&
      !hasOwnCode(model as unknown as LayersModel, this.#builtins) &&
      !stateOf(model).some((part) => isOwnRule(part, this.#builtins)) &&
      !isHooked(model)
    );
  }
}

/** A penalty, a constraint or the like of a reader's own, on a layer's weights. */
function isOwnRule(part: unknown, { classes }: Builtins): boolean {
  const { apply } = Object(part) as { apply?: unknown };
  const isRule = typeof part === 'object' && typeof apply === 'function';
  return isRule && !classes.has((part as object).constructor);
}

type Layers = { layers: readonly object[] };

/** Whether a reader is called back by a layer. */
function isHooked({ layers }: Layers): boolean {
  return layers.some((layer) => {
    const { _callHook, layers: inner } = layer as { _callHook?: unknown } & Partial<Layers>;
    return Boolean(_callHook) || (Array.isArray(inner) && isHooked({ layers: inner }));
  });
}
