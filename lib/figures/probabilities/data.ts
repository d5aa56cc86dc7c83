import type { FrameData } from '@/lib/protocol';
import type { History } from '../figure-module';
import { numberOf, type Settings } from '../setting';
import { keptAmong, softmax } from './softmax';

export type ProbabilitiesData = FrameData['probabilities'];

const EMPTY: ProbabilitiesData = {
  labels: [],
  positions: [],
  logits: new Float32Array(0),
  sampling: false,
};

export const dataAt = (history: History<'probabilities'>, at: number): ProbabilitiesData =>
  history.frames[at]?.data ?? EMPTY;

/** Ends and step of the temperature. */
export const HEAT = { min: 0.05, max: 5, step: 0.05 } as const;

export type Sampling = { position: number; heat: number; topK: number; topP: number };

/** What the reader has set; at first the last position, temperature 1, and nothing cut. */
export function samplingOf(data: ProbabilitiesData, settings: Settings): Sampling {
  const last = Math.max(0, data.positions.length - 1);
  const all = Math.max(1, data.labels.length);
  return {
    position: Math.round(numberOf(settings, 'position', last, [0, last])),
    heat: numberOf(settings, 'heat', 1, [HEAT.min, HEAT.max]),
    topK: data.sampling ? Math.round(numberOf(settings, 'k', all, [1, all])) : all,
    topP: data.sampling ? numberOf(settings, 'p', 1, [0.05, 1]) : 1,
  };
}

/** The logits of one position. */
export function logitsAt({ labels, logits }: ProbabilitiesData, position: number): Float32Array {
  return logits.subarray(position * labels.length, (position + 1) * labels.length);
}

export type Answer = {
  logits: Float32Array;
  /** By label: at this temperature after what is cut, and at temperature 1 with nothing cut. */
  shares: number[];
  plain: number[];
  kept: boolean[];
};

export function answerOf(data: ProbabilitiesData, sampling: Sampling): Answer {
  const logits = logitsAt(data, sampling.position);
  const kept = keptAmong(softmax(logits, sampling.heat), sampling);
  return { logits, kept, plain: softmax(logits, 1), shares: softmax(logits, sampling.heat, kept) };
}
