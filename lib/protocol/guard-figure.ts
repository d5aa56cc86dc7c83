import { isFiniteNumber, oneOf, shape, type Check } from './check';
import type { Figure, FigureKind, Frame } from './figure';
import { FRAME_CHECKS, numbersIn } from './frames';
import { isCaption, isName } from './guard-text';
import { LIMITS } from './limits';

const isKind = oneOf(...(Object.keys(FRAME_CHECKS) as FigureKind[]));

export const isFigure: Check<Figure> = shape<Figure>({
  id: isName,
  kind: isKind,
  title: isName,
  caption: isCaption,
  stepName: isName,
});

const isHead = shape<Pick<Frame, 'figure' | 'kind' | 'step'>>({
  figure: isName,
  kind: isKind,
  step: isFiniteNumber,
});

export const isFrame: Check<Frame> = (value): value is Frame => {
  if (!isHead(value)) return false;
  const { data } = value as unknown as { data: object };
  return FRAME_CHECKS[value.kind](data) && numbersIn(data) <= LIMITS.frameNumbers;
};
