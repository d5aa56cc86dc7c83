// ConvNetJS 0.3.0. It takes one example at a time and adds gradients up over a batch. Its npm release has no adam:
// adadelta, which keeps two numbers a weight and takes a root as adam does, stands for it. A yes or no is a softmax of two.
import { Net, Trainer, Vol } from 'convnetjs';
import { randomExamples } from '../works/random.mjs';
import { answerWith } from './answer.js';

answerWith({ timeFit: timeTraining }, (time, work) => time(work));

/** @param {import('../works/works.mjs').Work} work */
function timeTraining(work) {
  const net = new Net();
  net.makeLayers(layersOf(work));
  const trainer = new Trainer(net, trainerOf(work));
  const examples = examplesOf(work);
  const begin = performance.now();
  for (const { input, answer } of examples.slice(0, work.batch)) trainer.train(input, answer);
  const firstBatch = performance.now() - begin;

  const start = performance.now();
  let loss = 0;
  for (let epoch = 0; epoch < work.epochs; epoch++) {
    loss = 0;
    for (const { input, answer } of examples) loss += trainer.train(input, answer).loss;
  }
  return { ms: performance.now() - start, firstBatch, loss: loss / work.rows };
}

function trainerOf({ optimizer, rate, batch }) {
  const method =
    optimizer === 'sgd'
      ? { method: 'sgd', learning_rate: rate, momentum: 0 }
      : { method: 'adadelta' };
  return { ...method, batch_size: batch };
}

function layersOf({ input, layers, target }) {
  const [height, width, channels] = input.length === 3 ? input : [1, 1, input[0]];
  const hidden = layers.slice(0, -1).flatMap(layerOf);
  const last = LAST[target];
  return [{ type: 'input', out_sx: width, out_sy: height, out_depth: channels }, ...hidden, last];
}

/** A dense layer stands in front of each by itself. */
const LAST = {
  'yes or no': { type: 'softmax', num_classes: 2 },
  'one of ten': { type: 'softmax', num_classes: 10 },
  'minus or plus one': { type: 'regression', num_neurons: 1 },
  'a number': { type: 'regression', num_neurons: 1 },
};

function layerOf({ kind, units, filters, kernelSize, poolSize, activation }) {
  switch (kind) {
    case 'dense':
      return [{ type: 'fc', num_neurons: units, activation }];
    case 'conv2d':
      return [{ type: 'conv', sx: kernelSize, filters, stride: 1, activation }];
    case 'maxPooling2d':
      return [{ type: 'pool', sx: poolSize, stride: poolSize }];
    case 'flatten':
      return [];
    default:
      throw new Error(`ConvNetJS has no layer like ${kind}.`);
  }
}

function examplesOf(work) {
  const { x, y } = randomExamples(work);
  const [height, width, channels] = work.input.length === 3 ? work.input : [1, 1, work.input[0]];
  const size = height * width * channels;
  const isClass = work.target === 'yes or no' || work.target === 'one of ten';
  return Array.from(y, (value, row) => {
    const input = new Vol(width, height, channels, 0);
    input.w.set(x.subarray(row * size, (row + 1) * size));
    return { input, answer: isClass ? value : [value] };
  });
}
