import { imagesData } from '@/lib/course/show-images';
import { matrixData } from '@/lib/course/show-matrix';
import { snapshot } from '@/lib/course/snapshot';
import { readsAreAsync } from '@/lib/course/read-values';
import { mapSoon, type Soon } from '@/lib/course/soon';
import * as tf from '@/lib/course/tf';
import type { MatrixLike } from '@/lib/course/types/show';
import type { Figure, Frame } from '@/lib/protocol';
import type { Detail } from './failure';
import { numbersOf } from './numbers-of';
import { isAlive, isRealTensor, shapeOf, type Reading } from './real-tensor';

/** Rows, columns and images that can be told apart beside a sentence. */
const LARGEST_SIDE = 64;
const MOST_IMAGES = 32;

/** A value as it is now, to be explored; of a matrix or of images, a figure too. Never throws. */
export function valueDetails(label: string, value: unknown): (Detail | Promise<Detail>)[] {
  const shown = mapSoon(snapshot(value), (tree): Detail => ({
    label,
    output: { kind: 'value', value: tree },
    frames: [],
  }));
  const drawn =
    isRealTensor(value) && isAlive(value) ? tensorFigure(label, value) : listFigure(label, value);
  return drawn === null ? [shown] : [shown, drawn];
}

/** What a tensor was compared with: lists are shown as the tensor that they stand for, so that both look alike. */
export function wantedDetails(label: string, value: unknown, { shape, values }: Reading) {
  if (isRealTensor(value)) return valueDetails(label, value);
  const tensor = tf.tensor(values, shape);
  const details = valueDetails(label, tensor);
  // A device that is still reading it keeps it, until the worker goes with the check.
  if (!readsAreAsync()) tensor.dispose();
  return details;
}

export function textDetail(label: string, text: string): Detail {
  return { label, output: { kind: 'text', text }, frames: [] };
}

let figures = 0;

/** Frames of one figure, one for each step. */
export function figureDetail<K extends 'matrix' | 'images' | 'curve'>(
  label: string,
  kind: K,
  data: readonly Frame<K>['data'][],
  stepName = 'step',
): Detail {
  figures += 1;
  const id = `check-${figures}`;
  const figure: Figure = { id, kind, title: label, caption: '', stepName };
  const frames = data.map((each, step) => ({ figure: id, kind, step, data: each }) as Frame);
  return { label, output: { kind: 'figure', figure }, frames };
}

function tensorFigure(label: string, tensor: tf.Tensor): Soon<Detail> | null {
  const [a = 0, b = 0, c = 0, d = 0] = shapeOf(tensor);
  const { rank } = tensor;
  const isSmall = (...sides: number[]) => sides.every((side) => side > 1 && side <= LARGEST_SIDE);
  try {
    if (rank === 2 && isSmall(a, b)) return matrixFigure(label, tensor as tf.Tensor2D);
    const isImage = rank === 3 && isSmall(a, b) && (c === 1 || c === 3);
    const isStack = rank === 4 && isSmall(b, c) && (d === 1 || d === 3) && a <= MOST_IMAGES;
    if (!isImage && !isStack) return null;
    return mapSoon(imagesData(tensor as tf.Tensor4D), (data) =>
      figureDetail(label, 'images', [data]),
    );
  } catch {
    // The value itself is told all the same.
    return null;
  }
}

/** Rows of numbers, as many in each. */
function listFigure(label: string, value: unknown): Soon<Detail> | null {
  if (!Array.isArray(value)) return null;
  try {
    const { shape, values } = numbersOf(value) as Reading;
    const [rows = 0, columns = 0] = shape;
    if (shape.length !== 2 || rows < 2 || columns < 2) return null;
    if (rows > LARGEST_SIDE || columns > LARGEST_SIDE) return null;
    const at = (row: number) => values.slice(row * columns, (row + 1) * columns);
    return matrixFigure(
      label,
      Array.from({ length: rows }, (_, row) => at(row)),
    );
  } catch {
    // It holds something else, or no two rows alike.
    return null;
  }
}

function matrixFigure(label: string, matrix: MatrixLike): Soon<Detail> {
  return mapSoon(matrixData(matrix), (data) => figureDetail(label, 'matrix', [data]));
}
