import * as tf from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { Native } from '../../native';
import type { Pass } from './pass';
import { put } from './put';

/**
 * By our own kernels. The variable's new value is new memory, since the backend caches packed weights by the tensor's
 * id; slots that nobody else holds are updated where they are.
 */
export function wasmPass(native: Native): Pass {
  return ({ step, weight, gradient, slots }) => {
    const backend = tf.backend() as BackendWasm;
    const at = ({ dataId }: tf.TensorInfo) => backend.getMemoryOffset(dataId);
    const out = backend.makeOutput(weight.shape, 'float32');
    const own = slots.map(({ variable }) => ownMemory(backend, variable));
    step.native(native, at(weight), at(gradient), at(out), weight.size, ...own.map(at));
    slots.forEach(({ variable }, i) => put(variable, own[i]!));
    put(weight, out);
  };
}

/** The slot's memory where it is the only one to hold it, else a copy. Either is held once more, as by a new tensor. */
function ownMemory(backend: BackendWasm, slot: tf.Variable): tf.TensorInfo {
  const { dataId, shape } = slot;
  if (backend.refCount(dataId) === 1) {
    backend.incRef(dataId);
    forgetPacked(backend, slot);
    return { dataId, shape, dtype: 'float32' };
  }
  const copy = backend.makeOutput(shape, 'float32');
  const from = backend.typedArrayFromHeap(slot);
  backend.typedArrayFromHeap(copy).set(from);
  return copy;
}

/** What the backend has cached of it, if it was ever multiplied by, would be stale: registers its memory anew. */
function forgetPacked(backend: BackendWasm, { dataId, size }: tf.Tensor): void {
  const { id, memoryOffset } = (backend as unknown as Registry).dataIdMap.get(dataId);
  backend.wasm.tfjs.disposeData(id);
  backend.wasm.tfjs.registerTensor(id, size, memoryOffset);
}

type Registry = {
  dataIdMap: { get(dataId: tf.DataId): { id: number; memoryOffset: number } };
};
