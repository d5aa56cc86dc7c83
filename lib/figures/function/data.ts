import type { FrameData } from '@/lib/protocol';
import type { History } from '../figure-module';
import { choiceOf, numberOf, type Settings } from '../setting';

export type FunctionData = FrameData['function'];
export type FunctionCurve = FunctionData['curves'][number];

/** A stretch of x that reaches an end of the axis, in which the slope is (nearly) zero. */
export type FlatStretch = { from: number; to: number; dead: boolean };

const EMPTY: FunctionData = { from: 0, to: 1, low: NaN, high: NaN, curves: [] };

export const dataAt = (history: History<'function'>, at: number): FunctionData =>
  history.frames[at]?.data ?? EMPTY;

/** Index of the curve that the reader looks at: the first, until they choose. */
export function focusOf({ curves }: FunctionData, settings: Settings): number {
  const names = curves.map(({ name }) => name);
  return Math.max(0, names.indexOf(choiceOf(settings, 'function', names, names[0] ?? '')));
}

export const lengthOf = ({ curves }: FunctionData) => curves[0]?.y.length ?? 0;

/** The x of a sample, without the dust of binary fractions. */
export function xAt(data: FunctionData, index: number): number {
  const steps = Math.max(1, lengthOf(data) - 1);
  return Number((data.from + ((data.to - data.from) * index) / steps).toPrecision(12));
}

/** The sample nearest to an x. */
export function indexAt(data: FunctionData, x: number): number {
  const last = Math.max(0, lengthOf(data) - 1);
  const index = Math.round(((x - data.from) / (data.to - data.from)) * last);
  return Math.min(last, Math.max(0, index));
}

/** The sample that the reader's slider is at; one third right of the middle until they move it. */
export function restingIndex(data: FunctionData, settings: Settings): number {
  const start = data.from + ((data.to - data.from) * 7) / 12;
  return indexAt(data, numberOf(settings, 'x', start, [data.from, data.to]));
}

/** Below this share of a function's largest slope, its slope counts as none. */
export const FLAT = 0.05;

/** Where training would stand still: from the left end, from the right end, or everywhere. */
export function flatStretches(data: FunctionData, curve: FunctionCurve): FlatStretch[] {
  const sizes = Array.from(curve.slope, Math.abs);
  const limit = FLAT * Math.max(0, ...sizes.filter(Number.isFinite));
  const isFlat = (size: number | undefined) => size !== undefined && size <= limit;
  const left = sizes.findIndex((size) => !isFlat(size));
  const right = sizes.findLastIndex((size) => !isFlat(size));
  const last = sizes.length - 1;
  const stretch = (from: number, to: number): FlatStretch => ({
    from: xAt(data, from),
    to: xAt(data, to),
    dead: sizes.slice(from, to + 1).every((size) => size === 0),
  });
  if (last < 0) return [];
  if (left < 0) return [stretch(0, last)];
  return [
    ...(left > 1 ? [stretch(0, left - 1)] : []),
    ...(right < last - 1 ? [stretch(right + 1, last)] : []),
  ];
}
