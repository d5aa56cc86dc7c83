import type { Output } from '@/lib/protocol';
import { hint } from './hints/hint';

/** What TensorFlow.js prints instead of throwing; a cell that prints these very words gets the advice too. */
const PRINTED = /^Cannot return a Promise inside of tidy/;

/** An output, and behind a complaint of TensorFlow.js's own a sentence on what to try. */
export function explained(output: Output): Output[] {
  if (output.kind !== 'console') return [output];
  const [first] = output.parts;
  if (first?.type !== 'primitive' || !PRINTED.test(first.text)) return [output];
  const advice = hint({ message: first.text });
  return advice === undefined ? [output] : [output, { kind: 'notice', text: advice }];
}
