import {
  either,
  isBoolean,
  isCount,
  isFiniteNumber,
  isNull,
  listOf,
  optional,
  shape,
  text,
} from './check';
import type { Check, Fields } from './check';
import type { Checked, CheckParts, Tested } from './checking';
import { isName, isSpeech } from './guard-text';
import { isCellError, isOutput } from './guard-output';
import { LIMITS } from './limits';

/* What is sent for the check of an answer, and what comes back. */

export const CHECK_PARTS: Fields<CheckParts> = {
  seed: isCount,
  setup: text(LIMITS.code),
  answer: text(LIMITS.code),
  tests: text(LIMITS.code),
};

export const isTested: Check<Tested> = shape<Tested>({
  sentence: isName,
  passed: isBoolean,
  message: isSpeech,
  details: listOf(shape({ label: isName, output: isOutput }), LIMITS.testDetails),
  line: optional(isCount),
  ms: isFiniteNumber,
});

const isError = either(isNull, isCellError);

export const isChecked: Check<Checked> = shape<Checked>({
  registered: listOf(isName, LIMITS.tests),
  setupError: isError,
  answerError: isError,
  testsError: isError,
  mistake: either(isNull, isSpeech),
  ms: isFiniteNumber,
});
