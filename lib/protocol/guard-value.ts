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
import { isKey, isName, isSpeech } from './guard-text';
import { LIMITS } from './limits';
import type { TensorPreview, ValueTree } from './value';

const isTensorPreview = shape<TensorPreview>({
  name: isName,
  dtype: text(20),
  shape: listOf(isCount, LIMITS.rank),
  disposed: isBoolean,
  values: listOf<number | string>(either(isNumber, isSpeech), LIMITS.tensorValues),
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
    text: isSpeech,
  },
  function: { text: isSpeech },
  tensor: { tensor: isTensorPreview },
  error: { name: isName, message: isSpeech },
  object: {
    name: isName,
    entries: listOf(shape({ key: isKey, value: isValueTree }), LIMITS.valueEntries),
    omitted: isCount,
  },
  opaque: { text: isSpeech },
});
