import { imagesData } from '@/lib/course/show-images';
import { matrixData } from '@/lib/course/show-matrix';
import { snapshot } from '@/lib/course/snapshot';
import { readsAreAsync } from '@/lib/course/read-values';
import { mapSoon, type Soon } from '@/lib/course/soon';
import * as tf from '@/lib/course/tf';
import type { MatrixLike } from '@/lib/course/types/show';
import type { Figure, Frame } from '@/lib/protocol';
import type { Detail } from './failure';
import { isAlive, isRealTensor, shapeOf, type Reading } from './real-tensor';

type Scale = 'diverging' | 'magnitude';

/** Rows, columns and images that can be told apart beside a sentence. */
const LARGEST_SIDE = 64;
const MOST_IMAGES = 32;

/** A value as it is now, to be explored; of a matrix or of images, a figure too. Never throws. */
export function valueDetails(
  label: string,
  value: unknown,
  scale?: Scale,
): (Detail | Promise<Detail>)[] {
  const shown = mapSoon(snapshot(value), (tree): Detail => ({
    label,
    output: { kind: 'value', value: tree },
    frames: [],
  }));
  const draw = isRealTensor(value) && isAlive(value) ? tensorFigure : listFigure;
  const drawn = draw(label, value as tf.Tensor, scale);
  return drawn === null ? [shown] : [shown, drawn];
}

/** What came and what was expected; matrices of both in the same colours. `readings` are those of both, if they are known. */
export function comparedDetails(came: unknown, wanted: unknown, readings: readonly Reading[] = []) {
  const below =
    readings.length > 0
      ? readings.some(({ values }) => values.some((value) => value < 0))
      : [came, wanted].some(holdsNegative);
  const scale = below ? 'diverging' : 'magnitude';
  return [
    ...valueDetails('What came', came, scale),
    ...wantedDetails('What was expected', wanted, scale, readings[1]),
  ];
}

/** Lists that a tensor was compared with are shown as the tensor that they stand for. */
function wantedDetails(label: string, value: unknown, scale: Scale, reading?: Reading) {
  if (reading === undefined || isRealTensor(value)) return valueDetails(label, value, scale);
  const tensor = tf.tensor(reading.values, reading.shape);
  const details = valueDetails(label, tensor, scale);
  // A device that is still reading it keeps it, until the worker goes with the check.
  if (!readsAreAsync()) tensor.dispose();
  return details;
}

function holdsNegative(value: unknown): boolean {
  try {
    return isMatrix(value) && value.some((row) => row.some((entry) => entry < 0));
  } catch {
    // A list that can't be looked into is not drawn either.
    return false;
  }
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

function tensorFigure(label: string, tensor: tf.Tensor, scale?: Scale): Soon<Detail> | null {
  const [a = 0, b = 0, c = 0, d = 0] = shapeOf(tensor);
  const { rank } = tensor;
  const isSmall = (...sides: number[]) => sides.every((side) => side > 1 && side <= LARGEST_SIDE);
  try {
    if (rank === 2 && isSmall(a, b)) return matrixFigure(label, tensor as tf.Tensor2D, scale);
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

/** Of lists, only rows of numbers, as many in each. */
function listFigure(label: string, value: unknown, scale?: Scale): Soon<Detail> | null {
  try {
    return isMatrix(value) ? matrixFigure(label, value, scale) : null;
  } catch {
    return null;
  }
}

function isMatrix(value: unknown): value is number[][] {
  const isSide = (list: unknown): list is unknown[] =>
    Array.isArray(list) && list.length > 1 && list.length <= LARGEST_SIDE;
  return (
    isSide(value) &&
    value.every((row) => isSide(row) && row.every((entry) => typeof entry === 'number'))
  );
}

function matrixFigure(label: string, matrix: MatrixLike, scale?: Scale): Soon<Detail> {
  return mapSoon(matrixData(matrix, scale && { scale }), (data) =>
    figureDetail(label, 'matrix', [data]),
  );
}
