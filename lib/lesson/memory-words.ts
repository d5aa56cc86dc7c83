import type { MemoryReport } from '@/lib/protocol';

/** Kinds of tensor named before the rest is only counted. */
const NAMED = 3;

/** A sentence about the tensors that a run left behind, or null when it left none. */
export function memoryWords({ leaked }: MemoryReport): string | null {
  const total = leaked.reduce((sum, group) => sum + group.count, 0);
  if (total === 0) return null;
  const groups = leaked
    .slice(0, NAMED)
    .map(({ count, dtype, shape }) => `${count} of ${dtype} [${shape.join(', ')}]`);
  const rest = leaked.length > NAMED ? ', and others' : '';
  const what = total === 1 ? '1 tensor' : `${total.toLocaleString('en')} tensors`;
  return `This run left ${what} in memory: ${groups.join(', ')}${rest}. tf.tidy() or dispose() frees them.`;
}
