import type { FrameData, NetworkLayer } from '@/lib/protocol';

/** For tests: a dense layer. */
export const dense = (name: string, activation: string, kernel: number[], bias: number[]) =>
  ({
    name,
    activation,
    inputs: kernel.length / bias.length,
    units: bias.length,
    kernel: Float32Array.from(kernel),
    bias: Float32Array.from(bias),
  }) satisfies NetworkLayer;

/** For tests: says "right" where 4x - 2 > 0, from two hidden units: one is x, one is -y. */
export const sample: FrameData['surface'] = {
  x: [-1, 1],
  y: [-1, 1],
  names: ['across', 'up'],
  labels: ['left', 'right'],
  points: Float32Array.of(-0.5, 0, 0.75, 0.5, 0.25, -0.5),
  classes: Uint8Array.of(0, 1, 1),
  layers: [dense('hidden', 'linear', [1, 0, 0, -1], [0, 0]), dense('out', 'sigmoid', [4, 0], [-2])],
  grid: null,
  held: '',
  control: { cell: 'points', key: 'Points' },
};
