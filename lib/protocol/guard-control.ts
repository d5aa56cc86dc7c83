import {
  either,
  float32,
  isBoolean,
  isCount,
  isFiniteNumber,
  isNull,
  listOf,
  oneOf,
  pairOf,
  shape,
  text,
  uint8Clamped,
  variants,
} from './check';
import type { Check } from './check';
import type { Control, ControlFile, ControlPoint, ControlValue } from './control';
import { fitsControl } from './fits-control';
import { isName } from './guard-text';
import { LIMITS } from './limits';

const isText = text(LIMITS.controlText);
const isPoint = shape<ControlPoint>({ x: isFiniteNumber, y: isFiniteNumber, label: isCount });
const isPoints = listOf(isPoint, LIMITS.points);

const isDrawing: Check<Float32Array> = (value): value is Float32Array =>
  float32(value) && value.length <= LIMITS.drawSize ** 2;

const hasFields: Check<ControlFile> = variants<ControlFile>()('kind', {
  csv: { name: isName, text: text(LIMITS.csv) },
  image: { name: isName, width: isCount, height: isCount, pixels: uint8Clamped },
});

const isFile: Check<ControlFile> = (value): value is ControlFile => {
  if (!hasFields(value) || value.kind === 'csv') return hasFields(value);
  const pixels = value.width * value.height;
  return pixels > 0 && pixels <= LIMITS.imagePixels && value.pixels.length === 4 * pixels;
};

/** A value that some control could have; `fitsControl` says whether a certain one can. */
export const isControlValue: Check<ControlValue> = (value): value is ControlValue =>
  [isFiniteNumber, isText, isBoolean, isDrawing, isPoints, isFile, isNull].some((check) =>
    check(value),
  );

const head = { key: isName, name: either(isNull, isName), label: isName };

const isStructured = variants<Control>()('kind', {
  slider: {
    ...head,
    min: isFiniteNumber,
    max: isFiniteNumber,
    step: isFiniteNumber,
    scale: oneOf('linear', 'log'),
    value: isFiniteNumber,
  },
  choice: { ...head, options: listOf(isName, LIMITS.options), value: isName },
  toggle: { ...head, value: isBoolean },
  text: { ...head, lines: isCount, placeholder: isName, value: isText },
  draw: { ...head, size: isCount, value: isDrawing },
  points: {
    ...head,
    x: pairOf(isFiniteNumber),
    y: pairOf(isFiniteNumber),
    labels: listOf(isName, LIMITS.pointLabels),
    names: pairOf(isName),
    value: isPoints,
  },
  file: { ...head, accept: oneOf('csv', 'image'), side: isCount, value: either(isNull, isFile) },
});

export const isControl: Check<Control> = (value): value is Control =>
  isStructured(value) && canBeSet(value) && fitsControl(value, value.value);

/** What a page would divide by, or lay out. */
function canBeSet(control: Control): boolean {
  switch (control.kind) {
    case 'slider':
      return (
        control.min < control.max &&
        control.step > 0 &&
        (control.scale !== 'log' || control.min > 0)
      );
    case 'text':
      return control.lines >= 1 && control.lines <= LIMITS.textLines;
    case 'points':
      return (
        control.labels.length > 0 && control.x[0] < control.x[1] && control.y[0] < control.y[1]
      );
    case 'file':
      return control.side >= 1 && control.side <= LIMITS.imageSide;
    case 'draw':
      return control.size >= 1;
    case 'choice':
    case 'toggle':
      // That the value fits says that there is an option.
      return true;
    default:
      return control satisfies never;
  }
}
