import { either, isCount, isExtent, isNull, listOf, oneOf, shape } from './check';
import type { Check } from './check';
import { isName } from './guard-text';
import { LIMITS } from './limits';
import type { Mutation, VariableReport } from './variable';

export const isMutation: Check<Mutation> = shape<Mutation>({
  cell: isName,
  name: isName,
  how: oneOf('trains', 'disposes'),
});

export const isVariableReport: Check<VariableReport> = shape<VariableReport>({
  name: isName,
  cell: isName,
  type: isName,
  shape: either(isNull, listOf(isExtent, LIMITS.rank)),
  bytes: either(isNull, isCount),
  preview: isName,
});
