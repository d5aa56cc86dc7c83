import type { Control } from './control';
import type { Output } from './output';
import type { TensorPreview, ValueTree } from './value';

/** The least that a value counts for: however short its text, the page pays for its place. */
const LEAST = 8;

/**
 * What an output counts for against `LIMITS.characters`: its text, and at least 8 for every value in it, so that
 * nothing empty is free.
 */
export function charactersOf(output: Output): number {
  switch (output.kind) {
    case 'console':
      return LEAST + sum(output.parts, ofValue);
    case 'value':
      return ofValue(output.value);
    case 'text':
    case 'notice':
      return ofText(output.text);
    case 'table':
      return (
        ofText(output.caption) +
        sum(output.columns, ofText) +
        sum(output.rows, (row) => LEAST + sum(row, ofPlain))
      );
    case 'figure': {
      const { title, caption, stepName } = output.figure;
      return ofText(title) + caption.length + stepName.length;
    }
    case 'control':
      return ofControl(output.control);
    default:
      return output satisfies never;
  }
}

function ofValue(value: ValueTree): number {
  switch (value.type) {
    case 'primitive':
    case 'function':
    case 'opaque':
      return ofText(value.text);
    case 'tensor':
      return ofTensor(value.tensor);
    case 'error':
      return ofText(value.name) + value.message.length;
    case 'object':
      return (
        ofText(value.name) + sum(value.entries, (entry) => entry.key.length + ofValue(entry.value))
      );
    default:
      return value satisfies never;
  }
}

/** What is set is not text of the run's, but for the words of a choice, a field or a plane. */
function ofControl(control: Control): number {
  const head = ofText(control.label) + control.key.length;
  switch (control.kind) {
    case 'slider':
    case 'toggle':
    case 'draw':
    case 'file':
      return head;
    case 'choice':
      return head + sum(control.options, ofText);
    case 'text':
      return head + ofText(control.value) + control.placeholder.length;
    case 'points':
      return (
        head + sum([...control.labels, ...control.names], ofText) + LEAST * control.value.length
      );
    default:
      return control satisfies never;
  }
}

const ofTensor = ({ name, shape, values }: TensorPreview) =>
  ofText(name) + shape.length * LEAST + sum(values, ofPlain);

const ofText = (text: string) => Math.max(LEAST, text.length);

const ofPlain = (value: string | number | null) =>
  typeof value === 'string' ? ofText(value) : LEAST;

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
