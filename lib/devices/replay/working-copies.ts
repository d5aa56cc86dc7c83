import * as tf from '@tensorflow/tfjs-core';
import { allocate, engine, floatsAt, type DataId, type DataOwner, type Wasm } from './engine';

type Copy = { address: number; data: DataId | null };

/**
 * Variables in memory of their own, where programs read them and change them in place.
 *
 * To all others a variable stays what it is. It gets new data, whose owner is this object instead of the WASM backend;
 * whoever asks for them, a kernel, `dataSync`, another device, makes the engine move them to a backend first, as it does
 * with data that are on another device. So nobody ever sees the memory that programs change, the backend never keeps
 * packed weights of it, and what nobody reads is never copied out.
 */
export class WorkingCopies implements DataOwner {
  readonly #copies = new Map<tf.Variable, Copy>();
  readonly #held = new Map<DataId, { address: number; size: number }>();

  constructor(private readonly wasm: Wasm) {}

  /** Where the variable's copy lies, for as long as these copies are kept. It is up to date after `take`. */
  addressOf(variable: tf.Variable): number {
    const known = this.#copies.get(variable);
    if (known !== undefined) return known.address;
    const address = allocate(this.wasm, 4 * variable.size);
    this.#copies.set(variable, { address, data: null });
    return address;
  }

  /** Makes the copy the variable's data, if it is not, with the value that the variable has now. */
  take(variable: tf.Variable): void {
    const copy = this.#copies.get(variable)!;
    if (copy.data === variable.dataId && this.#held.has(variable.dataId)) return;
    const { wasm } = this;
    const from = wasm.dataIdMap.get(variable.dataId).memoryOffset;
    wasm.wasm.HEAPU8.copyWithin(copy.address, from, from + 4 * variable.size);
    // Within a scope, where what a tensor goes through is not taken down.
    tf.tidy(() => this.#renew(variable));
    copy.data = variable.dataId;
    this.#held.set(copy.data, { address: copy.address, size: variable.size });
  }

  /** Gives the variable data that nobody shares, as an assignment does, and takes them from the backend. */
  #renew(variable: tf.Variable): void {
    const { wasm } = this;
    const fresh = engine().makeTensorFromTensorInfo(
      wasm.makeOutput(variable.shape, variable.dtype),
    );
    variable.assign(fresh);
    fresh.dispose();
    const { dataId } = variable;
    const { id, memoryOffset } = wasm.dataIdMap.get(dataId);
    wasm.wasm._free(memoryOffset);
    wasm.wasm.tfjs.disposeData(id);
    wasm.dataIdMap.delete(dataId);
    engine().state.tensorInfo.get(dataId)!.backend = this;
  }

  readSync(data: DataId): Float32Array {
    const { address, size } = this.#held.get(data)!;
    return floatsAt(this.wasm, address, size).slice();
  }

  async read(data: DataId): Promise<Float32Array> {
    return this.readSync(data);
  }

  /** Whoever shares data has had them moved to a backend first. */
  refCount(data: DataId): number {
    return this.#held.has(data) ? 1 : 0;
  }

  disposeData(data: DataId): boolean {
    this.#held.delete(data);
    return true;
  }

  /** Gives all variables back to the backend, and frees the copies. */
  release(): void {
    for (const data of [...this.#held.keys()]) engine().moveData(this.wasm, data);
    for (const { address } of this.#copies.values()) this.wasm.wasm._free(address);
    this.#copies.clear();
  }
}
