import type { Extent, History, Rect } from '../figure-module';
import type { Settings } from '../setting';
import { TEXT, textWidth } from '../text';
import { answerOf, dataAt, samplingOf } from './data';
import type { Answer, ProbabilitiesData, Sampling } from './data';
import { nameOf } from './names';
import { byShare, entropy } from './softmax';
import { textBoxes } from './text-boxes';

/** `bar` is as wide as its share, `plain` as the share at temperature 1. */
export type ShareRow = { label: number; y: number; bar: Rect; plain: number };
export type ProbabilitiesScene = Extent & {
  data: ProbabilitiesData;
  sampling: Sampling;
  answer: Answer;
  /** In bits. */
  entropy: number;
  boxes: (Rect & { position: number })[];
  rows: ShareRow[];
  /** Labels that have no row, and their shares together. */
  others: { count: number; share: number };
  left: number;
  /** Width of a share of 1. */
  full: number;
};

/** A few classes stay in their order; of a vocabulary the most probable are shown. */
const IN_ORDER = 12;
const SHOWN = 12;
const ROW = 26;
const VALUE = 64;

export function probabilitiesScene(
  history: History<'probabilities'>,
  at: number,
  width: number,
  settings: Settings,
): ProbabilitiesScene {
  const data = dataAt(history, at);
  const sampling = samplingOf(data, settings);
  const answer = answerOf(data, sampling);
  const labels = labelsShown(answer);
  const widest = Math.max(24, ...labels.map((i) => textWidth(nameOf(data, i), TEXT.label)));
  const left = Math.min(width * 0.4, widest + 14);
  const full = Math.max(80, width - left - VALUE);
  const boxes = data.positions.length > 1 ? textBoxes(data, width) : [];
  const top = Math.max(0, ...boxes.map((box) => box.y + box.height)) + (boxes.length > 0 ? 18 : 6);
  const rows = labels.map((label, i) => {
    const y = top + i * ROW;
    const share = answer.shares[label] ?? 0;
    const bar = { x: left, y: y + 4, width: full * (share || 0), height: ROW - 8 };
    // What is no number has no width; its word says so.
    return { label, y, bar, plain: full * (answer.plain[label] || 0) };
  });
  const rest = answer.shares.filter((_, i) => !labels.includes(i));
  const others = { count: rest.length, share: rest.reduce((a, b) => a + b, 0) };
  const height = top + rows.length * ROW + (others.count > 0 ? ROW : 0) + 6;
  const bits = entropy(answer.shares);
  return { width, height, data, sampling, answer, entropy: bits, boxes, rows, others, left, full };
}

function labelsShown({ plain }: Answer): number[] {
  if (plain.length <= IN_ORDER) return plain.map((_, i) => i);
  return byShare(plain).slice(0, SHOWN);
}
