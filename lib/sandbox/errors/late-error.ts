import type { Output, ValueTree } from '@/lib/protocol';
import type { ModuleLog } from './module-log';
import { readerError } from './reader-error';
import { describeThrown } from './thrown';

/**
 * An error that came after its run had ended, from a timer, an event or a promise that nobody awaited, as a line of
 * the console: what happened, in which cell and where in its text, and what to try. Never throws.
 */
export function lateErrorOutput(error: unknown, modules: ModuleLog): Output {
  const { message, stack } = describeThrown(error);
  // The message comes first in V8's stacks, and may itself speak of an address.
  const module = modules.find(stack.replace(message, ''));
  const told = readerError(error, module?.url ?? '', module?.locate);
  const parts: ValueTree[] = [{ type: 'error', name: told.name, message: told.message }];
  if (module !== undefined) parts.push(text(placeText(module.cell, told.line, told.column)));
  if (told.hint !== undefined) parts.push(text(told.hint));
  return { kind: 'console', level: 'error', parts };
}

function placeText(cell: string, line: number | undefined, column: number | undefined): string {
  return line === undefined
    ? `(in cell ${cell})`
    : `(in cell ${cell}, line ${line}, column ${column})`;
}

const text = (words: string): ValueTree => ({ type: 'primitive', kind: 'string', text: words });
