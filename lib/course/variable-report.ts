import { LIMITS, type VariableReport } from '@/lib/protocol';
import type { Declared } from './mutations';
import { visitReachable } from './reachable-tensors';
import * as tf from './tf';
import { variablePreview } from './variable-preview';
import { clipped } from './walk';

/** Objects of one variable whose bytes are counted. */
const MOST_OBJECTS = 20_000;

/** In words, the first 500 variables as they are now. Reads no more of a tensor than its first values; never throws. */
export async function describeVariables(variables: readonly Declared[]): Promise<VariableReport[]> {
  return Promise.all(variables.slice(0, LIMITS.variables).map(describeVariable));
}

async function describeVariable({ cell, name, value }: Declared): Promise<VariableReport> {
  const place = { cell, name: clipped(name, LIMITS.name) };
  try {
    const { type, shape, preview } = await variablePreview(value);
    return {
      ...place,
      type: clipped(oneLine(type), LONGEST_TYPE),
      shape: isShape(shape) ? [...shape] : null,
      bytes: bytesOf(value),
      preview: clipped(oneLine(preview), LONGEST),
    };
  } catch {
    return { ...place, type: 'unknown', shape: null, bytes: null, preview: "can't be shown" };
  }
}

const LONGEST = 120;
const LONGEST_TYPE = 60;

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** A reader's class may say anything of itself. */
function isShape(shape: readonly number[] | null): shape is readonly number[] {
  return (
    shape !== null &&
    shape.length <= LIMITS.rank &&
    shape.every((n) => Number.isSafeInteger(n) && n >= -1)
  );
}

/** Of the tensors and the typed arrays that can be reached, each buffer once; null without any, and where there is too much. */
function bytesOf(value: unknown): number | null {
  let bytes = 0;
  let isAny = false;
  const buffers = new Set<ArrayBufferLike>();
  const isComplete = visitReachable(
    [value],
    (part) => {
      const size = part instanceof tf.Tensor ? tensorBytes(part) : bufferBytes(part, buffers);
      if (size === null) return;
      bytes += size;
      isAny = true;
    },
    MOST_OBJECTS,
  );
  return isAny && isComplete ? bytes : null;
}

/** Of text the length is not known. */
function tensorBytes(tensor: tf.Tensor): number | null {
  if (tensor.dtype === 'string') return null;
  return tensor.isDisposed ? 0 : tensor.size * tf.util.bytesPerElement(tensor.dtype);
}

function bufferBytes(part: object, buffers: Set<ArrayBufferLike>): number | null {
  const buffer = ArrayBuffer.isView(part) ? part.buffer : part instanceof ArrayBuffer ? part : null;
  if (buffer === null) return null;
  const size = buffers.has(buffer) ? 0 : buffer.byteLength;
  buffers.add(buffer);
  return size;
}
