import { describe } from 'vitest';
import { testHints, tf, zeros } from './testing/real-failures';

const image = () => zeros([1, 8, 8, 3]);

describe('hints: windows', () => {
  testHints([
    [
      'conv2d, channels',
      () => tf.conv2d(image(), zeros([3, 3, 1, 4]), 1, 'same'),
      /^Error in conv2d/,
      /input of `conv2d` has 3 channels, and the filter is made for 1/,
    ],
    [
      'conv2d, rank',
      () => tf.conv2d(zeros([8, 8]), zeros([3, 3, 1, 4]), 1, 'same'),
      /^Error in conv2d/,
      /`conv2d` takes images .*, and was given 2 dimensions/,
    ],
    [
      'conv2d, rank of the filter',
      () => tf.conv2d(image(), zeros([3, 3]), 1, 'same'),
      /^Error in conv2d/,
      /filter of `conv2d` has 4 dimensions, .* given 2/,
    ],
    [
      'conv2d, strides and dilations',
      () => tf.conv2d(zeros([8, 8, 1]), zeros([3, 3, 1, 1]), 2, 'same', 'NHWC', 2),
      /^Error in conv2D/,
      /`conv2D` can leave out places .* given 2 and 2/,
    ],
    [
      'conv2d, padding',
      () => tf.conv2d(image(), zeros([3, 3, 3, 1]), 1, 'full'),
      /^Unknown padding/,
      /no padding called “full”/,
    ],
    [
      'conv1d, channels',
      () => tf.conv1d(zeros([8, 3]), zeros([3, 2, 1]), 1, 'same'),
      /^Error in conv1d/,
      /input of `conv1d` has 3 channels, and the filter is made for 2/,
    ],
    [
      'conv1d, rank',
      () => tf.conv1d(zeros([8]), zeros([3, 2, 1]), 1, 'same'),
      /^Error in conv1d/,
      /`conv1d` takes sequences .*, and was given 1 dimension:/,
    ],
    [
      'maxPool, rank',
      () => tf.maxPool(zeros([8, 8]), 2, 2, 'same'),
      /^Error in maxPool/,
      /`maxPool` takes images .*, and was given 2 dimensions/,
    ],
    [
      'depthwiseConv2d, channels',
      () => tf.depthwiseConv2d(image(), zeros([3, 3, 2, 1]), 1, 'same'),
      /^Error in depthwise/,
      /input of `depthwiseConv2d` has 3 channels, .* made for 2/,
    ],
  ]);
});
