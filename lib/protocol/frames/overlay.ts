import { float32, isFiniteNumber, listOf, shape, type Check } from '../check';
import { isName } from '../guard-text';
import { LIMITS } from '../limits';
import { isPixels, type Pixels } from './pixels';

/**
 * An image, and by each method a heat map for each class, from 0 up; a map may be coarser than the image.
 * `scores` are the network's outputs, in the order of `labels`.
 */
export type OverlayData = {
  image: Pixels;
  labels: string[];
  scores: Float32Array;
  methods: { name: string; heats: Pixels }[];
  /** The class to begin with. */
  chosen: number;
};

const overlayShape = shape<OverlayData>({
  image: isPixels,
  labels: listOf(isName, LIMITS.classes),
  scores: float32,
  methods: listOf(shape<OverlayData['methods'][number]>({ name: isName, heats: isPixels }), 8),
  chosen: isFiniteNumber,
});

export const isOverlayData: Check<OverlayData> = (value): value is OverlayData =>
  overlayShape(value) &&
  value.image.count === 1 &&
  value.methods.length > 0 &&
  value.scores.length === value.labels.length &&
  Number.isInteger(value.chosen) &&
  value.chosen >= 0 &&
  value.chosen < value.labels.length &&
  value.methods.every(({ heats }) => heats.channels === 1 && heats.count === value.labels.length);
