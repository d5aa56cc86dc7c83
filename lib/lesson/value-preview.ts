import type { TensorPreview, ValueTree } from '@/lib/protocol';
import { formatNumbers } from './format-numbers';

/** A value on one line of at most about `room` characters; what does not fit becomes "…". */
export function valuePreview(value: ValueTree, room = 72): string {
  switch (value.type) {
    case 'primitive':
      return clip(primitiveText(value.kind, value.text), room);
    case 'function':
    case 'opaque':
      return clip(value.text, room);
    case 'error':
      return clip(`${value.name}: ${value.message}`, room);
    case 'tensor':
      return tensorPreview(value.tensor);
    case 'object':
      return objectPreview(value, room);
    default:
      return value satisfies never;
  }
}

/** Strings are quoted where they stand among other values. */
export function primitiveText(kind: string, text: string): string {
  return kind === 'string' ? `'${text.replaceAll('\n', '\\n')}'` : text;
}

/** "Tensor float32 [2, 3]", with the value of a scalar. */
export function tensorPreview(tensor: TensorPreview): string {
  const head = `${tensor.name || 'Tensor'} ${tensor.dtype} [${tensor.shape.join(', ')}]`;
  if (tensor.disposed) return `${head}, disposed`;
  return tensor.shape.length === 0 && tensor.values.length === 1
    ? `${head} ${formatNumbers(tensor.values)[0]}`
    : head;
}

function isList(name: string): boolean {
  return /Array\b/.test(name);
}

function objectPreview(value: Extract<ValueTree, { type: 'object' }>, room: number): string {
  const list = isList(value.name);
  const [open, close] = list ? ['[', ']'] : ['{', '}'];
  const head = value.name === 'Object' || value.name === 'Array' ? '' : `${value.name} `;
  const parts: string[] = [];
  let left = room - head.length - 2;
  for (const entry of value.entries) {
    const text = valuePreview(entry.value, Math.max(8, Math.floor(room / 3)));
    const part = list ? text : `${entry.key}: ${text}`;
    left -= part.length + 2;
    if (left < 0) break;
    parts.push(part);
  }
  if (parts.length < value.entries.length || value.omitted > 0) parts.push('…');
  const inside = parts.join(', ');
  return head + open + (list || inside === '' ? inside : ` ${inside} `) + close;
}

function clip(text: string, room: number): string {
  return text.length > room ? `${text.slice(0, Math.max(1, room - 1))}…` : text;
}
