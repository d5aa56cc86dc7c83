import * as fc from 'fast-check';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWasm } from '../testing/start-wasm';
import type { Shape4D } from './geometry';
import { convolutions, explicitPads, floats, type Convolution } from './testing/arbitraries';
import { expectOnBoth } from './testing/on-both';

type Pad = Convolution['pad'] | tf.backend_util.ExplicitPadding;

function outShape(c: Convolution, pad: Pad): number[] {
  return tf.backend_util.computeConv2DInfo(c.x, c.filter, c.strides, 1, pad).outShape;
}

/** TensorFlow.js gives no op for these kernels alone. */
function run(name: string, inputs: tf.NamedTensorMap, attrs: tf.NamedAttrMap): tf.Tensor {
  return tf.engine().runKernel(name, inputs, attrs) as tf.Tensor;
}

async function checkGradients(c: Convolution, pad: Pad): Promise<void> {
  const attrs = { strides: c.strides, pad, dataFormat: 'NHWC' };
  const x = floats(c.x, c.seed);
  const filter = floats(c.filter, c.seed + 1);
  const dy = floats(outShape(c, pad), c.seed + 2);
  await expectOnBoth([x, dy], (x, dy) =>
    run(tf.Conv2DBackpropFilter, { x: x!, dy: dy! }, { ...attrs, filterShape: c.filter }),
  );
  await expectOnBoth([dy, filter], (dy, filter) =>
    run(tf.Conv2DBackpropInput, { dy: dy!, filter: filter! }, { ...attrs, inputShape: c.x }),
  );
}

describe('the gradients of a convolution on WASM', () => {
  beforeAll(startWasm);

  it('are those of the cpu backend, over shapes, strides and paddings', () =>
    fc.assert(
      fc.asyncProperty(convolutions, (c) => checkGradients(c, c.pad)),
      { numRuns: 80 },
    ));

  it('are those of the cpu backend with a padding of its own on each side', () =>
    fc.assert(fc.asyncProperty(convolutions, explicitPads, checkGradients), { numRuns: 40 }));

  it('are right where patches are laid out in many parts', () =>
    checkGradients(
      {
        ...fc.sample(convolutions, { numRuns: 1, seed: 1 })[0]!,
        x: [2, 40, 41, 5],
        filter: [5, 5, 5, 7],
        strides: [1, 1],
        seed: 7,
      },
      'same',
    ));

  it('are what finite differences give', async () => {
    await tf.setBackend('wasm');
    const x = tf.tensor(floats([2, 6, 5, 3], 1).values, [2, 6, 5, 3]) as tf.Tensor4D;
    const filter = tf.tensor(floats([3, 2, 3, 5], 2).values, [3, 2, 3, 5]) as tf.Tensor4D;
    const way = tf.tensor(floats([3, 2, 3, 5], 3).values, [3, 2, 3, 5]);
    const loss = (f: tf.Tensor) =>
      tf.sum(tf.square(tf.conv2d(x, f as tf.Tensor4D, [2, 1], 'same'))) as tf.Scalar;
    const at = (step: number) =>
      tf.tidy(() => loss(tf.add(filter, tf.mul(way, step))).dataSync()[0]!);
    const slope = (at(1e-2) - at(-1e-2)) / 2e-2;
    const given = tf.tidy(() => tf.sum(tf.mul(tf.grad(loss)(filter), way)).dataSync()[0]!);
    expect(given / slope).toBeCloseTo(1, 3);
    tf.dispose([x, filter, way]);
  });

  it('say what to do about images whose channels come first', async () => {
    await tf.setBackend('wasm');
    const x = tf.ones([1, 3, 8, 8]);
    const dy = tf.ones([1, 2, 6, 6]);
    const attrs = { strides: 1, pad: 'valid', dataFormat: 'NCHW', filterShape: [3, 3, 3, 2] };
    expect(() => run(tf.Conv2DBackpropFilter, { x, dy }, attrs)).toThrow(/NHWC/);
    tf.dispose([x, dy]);
  });

  it('write nothing where the shapes do not fit', async () => {
    await tf.setBackend('wasm');
    const x = tf.ones([1, 8, 8, 3]);
    const dy = tf.ones([1, 7, 6, 2]);
    const attrs = { strides: 1, pad: 'valid', dataFormat: 'NHWC', filterShape: [3, 3, 3, 2] };
    expect(() => run(tf.Conv2DBackpropFilter, { x, dy }, attrs)).toThrow(
      'dy must have shape [1, 6, 6, 2], not [1, 7, 6, 2]',
    );
    tf.dispose([x, dy]);
  });
});

const multipliers = fc.integer({ min: 1, max: 3 });

describe('the gradients of a depthwise convolution on WASM', () => {
  beforeAll(startWasm);

  it('are those of the cpu backend, over shapes, strides and paddings', () =>
    fc.assert(
      fc.asyncProperty(convolutions, multipliers, async (c, multiplier) => {
        const filterShape: Shape4D = [c.filterHeight, c.filterWidth, c.inChannels, multiplier];
        const attrs = { strides: c.strides, pad: c.pad, dilations: 1 };
        const info = tf.backend_util.computeConv2DInfo;
        const { outShape } = info(c.x, filterShape, c.strides, 1, c.pad, undefined, true);
        const x = floats(c.x, c.seed);
        const dy = floats(outShape, c.seed + 1);
        const filter = floats(filterShape, c.seed + 2);
        await expectOnBoth([x, dy], (x, dy) =>
          run(
            tf.DepthwiseConv2dNativeBackpropFilter,
            { x: x!, dy: dy! },
            { ...attrs, filterShape },
          ),
        );
        await expectOnBoth([dy, filter], (dy, filter) =>
          run(
            tf.DepthwiseConv2dNativeBackpropInput,
            { dy: dy!, filter: filter! },
            { ...attrs, inputShape: c.x },
          ),
        );
      }),
      { numRuns: 60 },
    ));

  // The cpu backend leaves dilations out of these gradients. A convolution is linear in its filter and in its input, so
  // that the sum of dy · conv(x, filter) is that of filter · (the filter's gradient), and of x · (the input's).
  it('fit the convolution with dilations, which they are the transpose of', () =>
    fc.assert(
      fc.asyncProperty(convolutions, multipliers, fc.integer({ min: 2, max: 3 }), checkTransposes),
      { numRuns: 40 },
    ));
});

async function checkTransposes(c: Convolution, multiplier: number, dilation: number) {
  await tf.setBackend('wasm');
  const filterShape = [c.filterHeight, c.filterWidth, c.inChannels, multiplier];
  const x = tf.tensor(floats(c.x, c.seed).values, c.x);
  const filter = tf.tensor(floats(filterShape, c.seed + 1).values, filterShape);
  const attrs = { strides: 1, pad: 'same', dilations: [dilation, dilation] };
  const [wanted, byFilter, byInput] = tf.tidy(() => {
    const y = run(tf.DepthwiseConv2dNative, { x, filter }, attrs);
    const dy = tf.tensor(floats(y.shape, c.seed + 2).values, y.shape);
    const dFilter = run(
      tf.DepthwiseConv2dNativeBackpropFilter,
      { x, dy },
      { ...attrs, filterShape },
    );
    const dInput = run(
      tf.DepthwiseConv2dNativeBackpropInput,
      { dy, filter },
      { ...attrs, inputShape: c.x },
    );
    return [
      [dy, y],
      [dFilter, filter],
      [dInput, x],
    ].map(([a, b]) => tf.sum(tf.mul(a!, b!)).dataSync()[0]!);
  });
  expect(Math.abs(byFilter! - wanted!)).toBeLessThan(1e-3);
  expect(Math.abs(byInput! - wanted!)).toBeLessThan(1e-3);
  tf.dispose([x, filter]);
}
