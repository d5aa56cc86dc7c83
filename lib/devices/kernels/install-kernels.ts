import * as tf from '@tensorflow/tfjs-core';
import type { Native } from '../native';
import { add } from './add';
import { batchMatMul } from './batch-mat-mul';
import { conv2DBackpropFilter } from './conv-2d-backprop-filter';
import { conv2DBackpropInput } from './conv-2d-backprop-input';
import { depthwiseBackpropFilter } from './depthwise-backprop-filter';
import { depthwiseBackpropInput } from './depthwise-backprop-input';
import { einsum } from './einsum';
import { fusedMatMul } from './fused-mat-mul';
import { identity } from './identity';
import { avgPool, maxPool } from './pool';
import { maxPoolGrad } from './max-pool-grad';
import { relu } from './relu';
import { installReluGrad } from './relu-grad';
import { slice } from './slice';
import { sum } from './sum';
import { unsortedSegmentSum } from './unsorted-segment-sum';
import type { KernelMaker } from './wasm-kernel';

/**
 * Gives TensorFlow.js's WASM backend, which must have started, the kernels that training needs and it lacks, and quicker
 * ones for some that it has. `native` are ours on that backend's memory.
 */
export function installKernels(native: Native): void {
  install(native, tf.Add, add);
  install(native, tf.AvgPool, avgPool);
  install(native, tf.BatchMatMul, batchMatMul);
  install(native, tf._FusedMatMul, fusedMatMul);
  install(native, tf.Conv2DBackpropFilter, conv2DBackpropFilter);
  install(native, tf.Conv2DBackpropInput, conv2DBackpropInput);
  install(native, tf.DepthwiseConv2dNativeBackpropFilter, depthwiseBackpropFilter);
  install(native, tf.DepthwiseConv2dNativeBackpropInput, depthwiseBackpropInput);
  install(native, tf.Einsum, einsum);
  install(native, tf.Identity, identity);
  install(native, tf.MaxPool, maxPool);
  install(native, tf.MaxPoolGrad, maxPoolGrad);
  install(native, tf.Relu, relu);
  install(native, tf.Slice, slice);
  install(native, tf.Sum, sum);
  install(native, tf.UnsortedSegmentSum, unsortedSegmentSum);
  installReluGrad(native);
}

/** Puts one kernel in the place of TensorFlow.js's own, which it is given for what it leaves to it. */
function install<Inputs, Attrs>(
  native: Native,
  kernelName: string,
  maker: KernelMaker<Inputs, Attrs>,
): void {
  const own = tf.getKernel(kernelName, 'wasm');
  const kernel = maker(native, (call) => {
    if (!own) throw new Error(`The WASM device does not compute ${kernelName} for these tensors.`);
    return own.kernelFunc(call as unknown as Parameters<tf.KernelFunc>[0]) as tf.TensorInfo;
  });
  if (own) tf.unregisterKernel(kernelName, 'wasm');
  tf.registerKernel({
    // Its set-up gives the one that ours leaves some work to the backend's functions.
    ...own,
    kernelName,
    backendName: 'wasm',
    kernelFunc: kernel as unknown as tf.KernelFunc,
  });
}
