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
import { isFigure } from './guard-figure';
import { isValueTree } from './guard-value';
import { LIMITS } from './limits';
import type { CellError, MemoryReport, Output, Progress } from './output';

const name = text(1_000);
const long = text(LIMITS.characters);

export const isOutput: Check<Output> = variants<Output>()('kind', {
  console: {
    level: oneOf('debug', 'log', 'info', 'warn', 'error'),
    parts: listOf(isValueTree, LIMITS.valueEntries),
  },
  value: { value: isValueTree },
  text: { text: long },
  table: {
    caption: text(10_000),
    columns: listOf(name, LIMITS.tableColumns),
    rows: listOf(
      listOf(either(isNull, either(isNumber, long)), LIMITS.tableColumns),
      LIMITS.tableRows,
    ),
    omitted: isCount,
  },
  figure: { figure: isFigure },
  notice: { text: long },
});

export const isCellError: Check<CellError> = shape<CellError>({
  name,
  message: long,
  hint: optional(text(10_000)),
  line: optional(isCount),
  column: optional(isCount),
  stack: listOf(text(2_000), 100),
});

export const isProgress: Check<Progress> = shape<Progress>({
  done: isFiniteNumber,
  total: isFiniteNumber,
  label: name,
});

export const isMemoryReport: Check<MemoryReport> = shape<MemoryReport>({
  tensors: isCount,
  bytes: isCount,
  leaked: listOf(shape({ shape: listOf(isCount, 32), dtype: text(20), count: isCount }), 1_000),
});
