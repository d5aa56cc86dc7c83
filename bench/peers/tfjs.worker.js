// Plain TensorFlow.js on one backend, which the worker's name says.
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import * as core from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-webgl';
import { answerWith } from './answer.js';
import { timeFit } from '../works/time-fit.mjs';
import { timeGan } from '../works/time-gan.mjs';
import { timeLoop } from '../works/time-loop.mjs';

const tf = { ...core, ...layers };
setWasmPaths('/');

answerWith({ timeFit, timeLoop, timeGan }, async (time, work) => {
  // Without a word about it TensorFlow.js would go on with the next backend.
  if (!(await tf.setBackend(self.name))) throw new Error(`There is no backend ${self.name} here.`);
  return time(tf, work);
});
