import { thin } from '@/lib/figures/thin';
import { controlWords } from '@/lib/lesson/control-words';
import { numbersIn, type Output } from '@/lib/protocol';
import { LIMITS } from '@/lib/protocol/limits';
import type { RecordedFrame, RecordedHistory, RecordedShow } from './recording';

/** Digits that are kept of numbers in frames beside their typed arrays, such as a loss: as many as a float32 has. */
const DIGITS = 7;

/**
 * With at most `frames` frames of a figure that has one number in each; of one with four times as many numbers, half as
 * many. So a heavy figure keeps fewer than a light one, and is yet not left with its ends alone. The first and the last
 * are always kept, and what is left is spread evenly over the steps.
 */
export function thinShow({ outputs, figures }: RecordedShow, frames: number): RecordedShow {
  const entries = Object.entries(figures).map(([id, history]) => [id, thinned(history, frames)]);
  return { outputs: outputs.map(withoutControl), figures: Object.fromEntries(entries) };
}

/** What is recorded can't be set, so a control is the words for where it stands. */
function withoutControl(output: Output): Output {
  if (output.kind !== 'control') return output;
  return { kind: 'text', text: `${output.control.label}: ${controlWords(output.control)}` };
}

function thinned({ figure, frames }: RecordedHistory, most: number): RecordedHistory {
  const largest = Math.max(1, ...frames.map(({ data }) => numbersIn(data as object)));
  const cap = Math.min(LIMITS.framesKept, Math.max(2, Math.floor(most / Math.sqrt(largest))));
  const kept = thin(frames, cap).map(({ step, data }): RecordedFrame => ({
    step,
    data: rounded(data),
  }));
  return { figure, frames: kept };
}

/** From so many numbers on they are weights of a network, which nobody reads to more than four digits. */
const MANY = 1_000;
/** The last 8 of the 23 bits after a float's point: one part in 32,000. What is left takes a quarter less. */
const KEPT_BITS = 0xff_ff_ff_00;

function rounded(value: unknown): unknown {
  if (value instanceof Float32Array && value.length >= MANY) return shortened(value);
  if (typeof value === 'number') {
    return Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS));
  }
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map(rounded);
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, rounded(field)]));
}

/** Towards zero, so that nothing finite becomes infinite; infinity and NaN stay what they are. */
function shortened(values: Float32Array): Float32Array {
  const bits = new Uint32Array(values.slice().buffer);
  const shorter = bits.map((one, at) => (Number.isFinite(values[at]) ? one & KEPT_BITS : one));
  return new Float32Array(shorter.buffer);
}
