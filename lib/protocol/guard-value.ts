import {
  isBoolean,
  isCount,
  isNumber,
  isNull,
  either,
  listOf,
  oneOf,
  shape,
  text,
  variants,
} from './check';
import type { Check } from './check';
import { LIMITS } from './limits';
import type { TensorPreview, ValueTree } from './value';

const name = text(1_000);
const long = text(LIMITS.characters);

const isTensorPreview = shape<TensorPreview>({
  name,
  dtype: text(20),
  shape: listOf(isCount, 32),
  disposed: isBoolean,
  values: listOf<number | string>(either(isNumber, long), LIMITS.tensorValues),
  size: isCount,
  summary: either(
    isNull,
    shape({ min: isNumber, max: isNumber, mean: isNumber, nonFinite: isCount }),
  ),
});

/** Recursive; the caller bounds the depth of the whole message first. */
export const isValueTree: Check<ValueTree> = (value): value is ValueTree => isNode(value);

const isNode: Check<ValueTree> = variants<ValueTree>()('type', {
  primitive: {
    kind: oneOf('number', 'string', 'boolean', 'bigint', 'symbol', 'null', 'undefined'),
    text: long,
  },
  function: { text: long },
  tensor: { tensor: isTensorPreview },
  error: { name, message: long },
  object: {
    name,
    entries: listOf(shape({ key: name, value: isValueTree }), LIMITS.valueEntries),
    omitted: isCount,
  },
  opaque: { text: long },
});
