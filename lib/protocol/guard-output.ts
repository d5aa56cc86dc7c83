import {
  either,
  isCount,
  isFiniteNumber,
  isNull,
  isNumber,
  listOf,
  oneOf,
  optional,
  shape,
  text,
  variants,
} from './check';
import type { Check } from './check';
import { isControl } from './guard-control';
import { isFigure } from './guard-figure';
import { isCaption, isName, isSpeech } from './guard-text';
import { isValueTree } from './guard-value';
import { LIMITS } from './limits';
import type { CellError, Leak, MemoryReport, Output, Progress } from './output';

export const isOutput: Check<Output> = variants<Output>()('kind', {
  console: {
    level: oneOf('debug', 'log', 'info', 'warn', 'error'),
    parts: listOf(isValueTree, LIMITS.valueEntries),
  },
  value: { value: isValueTree },
  text: { text: isSpeech },
  table: {
    caption: isCaption,
    columns: listOf(isName, LIMITS.tableColumns),
    rows: listOf(
      listOf(either(isNull, either(isNumber, isSpeech)), LIMITS.tableColumns),
      LIMITS.tableRows,
    ),
    omitted: isCount,
  },
  figure: { figure: isFigure },
  control: { control: isControl },
  notice: { text: isSpeech },
});

export const isCellError: Check<CellError> = shape<CellError>({
  name: isName,
  message: isSpeech,
  hint: optional(text(10_000)),
  line: optional(isCount),
  column: optional(isCount),
  stack: listOf(text(2_000), 100),
});

export const isProgress: Check<Progress> = shape<Progress>({
  done: isFiniteNumber,
  total: isFiniteNumber,
  label: isName,
  task: optional(isName),
  secondsLeft: optional(isCount),
});

export const isMemoryReport: Check<MemoryReport> = shape<MemoryReport>({
  tensors: isCount,
  bytes: isCount,
  leaked: listOf(
    shape<Leak>({
      shape: listOf(isCount, LIMITS.rank),
      dtype: text(20),
      count: isCount,
      line: optional(isCount),
    }),
    LIMITS.leakedKinds,
  ),
  others: optional(isCount),
});
