import type { VariableReport } from '@/lib/protocol';
import { formatBytes } from './format-bytes';

/** "614 × 8", "batch × 1", "scalar"; empty where a shape means nothing. */
export function shapeWords(shape: readonly number[] | null): string {
  if (shape === null) return '';
  if (shape.length === 0) return 'scalar';
  return shape.map((size) => (size < 0 ? 'batch' : size.toLocaleString('en'))).join(' × ');
}

/** "Tensor float32, 614 × 8, 19.6 kB" */
export function variableWords({ type, shape, bytes }: VariableReport): string {
  const size = bytes === null ? '' : formatBytes(bytes);
  return [type, shapeWords(shape), size].filter((words) => words !== '').join(', ');
}
