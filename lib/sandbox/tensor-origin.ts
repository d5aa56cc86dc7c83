import type { Origin } from '@/lib/course';
import { readStack } from './errors';
import type { Evaluation } from './evaluate';
import { isOpenFunction } from './open-function';

/** A cell's code and the module that was made of it. */
export type CellModule = Pick<Evaluation, 'url' | 'locate'> & { code: string };

/** Cells' modules are the only ones whose addresses begin so. */
const MODULE = /\b(?:blob|data):/;

/**
 * Where in a cell a stack leads to; null when it does not lead there. What is made there may be kept when a function
 * of another cell lies further in that can keep things, or that is not known any more.
 * @param others the modules of the cells, as they ran last
 */
export function tensorOrigin(
  stack: string,
  own: CellModule,
  others: readonly CellModule[],
): Origin | null {
  const [frame] = readStack(stack, own.url, own.locate);
  if (frame === undefined) return null;
  const inner = stack
    .slice(0, stack.indexOf(`${own.url}:`))
    .split('\n')
    .slice(0, -1)
    .filter((text) => MODULE.test(text));
  return { line: frame.line, mayBeKept: !inner.every((text) => isOpen(text, others)) };
}

function isOpen(text: string, modules: readonly CellModule[]): boolean {
  return modules.some(({ url, locate, code }) => {
    const [frame] = readStack(text, url, locate);
    return frame !== undefined && isOpenFunction(code, frame);
  });
}
