import { LIMITS, type Control } from '@/lib/protocol';
import { callOf, checkOptions, checkText, checkTexts, checkWhole, told } from './input-checks';

type WithoutPlace<C> = C extends Control ? Omit<C, 'key' | 'name'> : never;

/** A control as the code asks for it; the runtime gives it its key, and knows the variable that holds it. */
export type ControlDraft = WithoutPlace<Control>;

type Given = Record<string, unknown>;

/* Each throws an Error in a sentence for what makes no such control. */

export function choiceDraft(given: unknown, options: unknown, settings: object): ControlDraft {
  const { label, call } = callOf('choice', given);
  const texts = checkTexts(call, 'options', options, LIMITS.options);
  checkOptions(call, settings, ['value']);
  const { value = texts[0] } = settings as Given;
  const chosen = texts.find((text) => text === value);
  if (chosen !== undefined) return { kind: 'choice', label, options: texts, value: chosen };
  throw new RangeError(
    `${call}: its value, ${told(value)}, is not among its options: ${texts.join(', ').slice(0, 300)}.`,
  );
}

export function toggleDraft(given: unknown, options: object): ControlDraft {
  const { label, call } = callOf('toggle', given);
  checkOptions(call, options, ['value']);
  const { value = false } = options as Given;
  if (typeof value === 'boolean') return { kind: 'toggle', label, value };
  throw new TypeError(`${call}: \`value\` has to be true or false, but got ${told(value)}.`);
}

export function textDraft(given: unknown, options: object): ControlDraft {
  const { label, call } = callOf('text', given);
  checkOptions(call, options, ['value', 'lines', 'placeholder']);
  const { value = '', lines = 1, placeholder = '' } = options as Given;
  return {
    kind: 'text',
    label,
    lines: checkWhole(call, 'lines', lines, [1, LIMITS.textLines]),
    placeholder: checkText(call, 'placeholder', placeholder, LIMITS.key),
    value: checkText(call, 'value', value, LIMITS.controlText),
  };
}

export function drawDraft(given: unknown, options: object): ControlDraft {
  const { label, call } = callOf('draw', given);
  checkOptions(call, options, ['size']);
  const size = checkWhole(call, 'size', (options as Given).size ?? 28, [2, LIMITS.drawSize]);
  return { kind: 'draw', label, size, value: new Float32Array(size ** 2) };
}

export function fileDraft(given: unknown, options: object): ControlDraft {
  const { label, call } = callOf('file', given);
  checkOptions(call, options, ['accept', 'side']);
  const { accept, side } = options as Given;
  if (accept !== 'csv' && accept !== 'image') {
    throw new TypeError(
      `${call} needs to know what file it is for: { accept: 'csv' } or { accept: 'image' }.`,
    );
  }
  if (accept === 'csv' && side !== undefined) {
    throw new TypeError(`${call}: \`side\` is for images. Leave it out, or accept an image.`);
  }
  const pixels = checkWhole(call, 'side', side ?? 224, [1, LIMITS.imageSide]);
  return { kind: 'file', label, accept, side: pixels, value: null };
}
