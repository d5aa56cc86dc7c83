// Plain TensorFlow.js on WASM with what `lib/devices` adds to it, as far as the worker's name lists it: a bare worker
// that shows what each part gives without the rest of the product.
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import * as core from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { installFusedOptimizers, installReplay, startBackend } from '@/lib/devices';
import { answerWith } from './answer.js';
import { timeFit } from '../works/time-fit.mjs';
import { timeGan } from '../works/time-gan.mjs';
import { timeLoop } from '../works/time-loop.mjs';

const tf = { ...core, ...layers };
const parts = self.name.split(' ');

/** Where the server has the binaries, by TensorFlow.js's names. */
const wasmPaths = Object.fromEntries(
  ['', '-simd', '-threaded-simd'].map((kind) => {
    const name = `tfjs-backend-wasm${kind}.wasm`;
    return [name, `/${name}`];
  }),
);

const ready = start();

async function start() {
  // In the order in which the sandbox installs them.
  if (parts.includes('replay')) installReplay();
  if (parts.includes('fused')) installFusedOptimizers();
  if (parts.includes('kernels')) {
    await startBackend('wasm', { wasmPaths, onLost() {} });
  } else {
    setWasmPaths(wasmPaths);
    await tf.setBackend('wasm');
  }
}

answerWith({ timeFit, timeLoop, timeGan }, async (time, work) => {
  await ready;
  return time(tf, work);
});
