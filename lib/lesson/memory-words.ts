import type { MemoryReport } from '@/lib/protocol';

/** Kinds of tensor named before the rest is only counted. */
const NAMED = 3;

/** A sentence about the tensors that a run left behind, or null when it left none. */
export function memoryWords({ leaked, others = 0 }: MemoryReport): string | null {
  const total = leaked.reduce((sum, group) => sum + group.count, others);
  if (total === 0) return null;
  const groups = leaked
    .slice(0, NAMED)
    .map(({ count, dtype, shape }) => `${count} of ${dtype} [${shape.join(', ')}]`);
  const rest = leaked.length > NAMED || others > 0 ? ', and others' : '';
  const named = groups.length === 0 ? '' : `: ${groups.join(', ')}${rest}`;
  const what = total === 1 ? '1 tensor' : `${total.toLocaleString('en')} tensors`;
  return `This run left ${what} in memory${named}. tf.tidy() or dispose() frees them.`;
}
