import { formatCount } from './format';

/** "3 NaN", "1 infinite", "3 NaN and 1 infinite"; empty where all are finite numbers. */
export function notFiniteWords(values: Iterable<number>): string {
  let [nan, infinite] = [0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) nan++;
    else if (!Number.isFinite(value)) infinite++;
  }
  const parts = [
    ...(nan > 0 ? [`${formatCount(nan)} NaN`] : []),
    ...(infinite > 0 ? [`${formatCount(infinite)} infinite`] : []),
  ];
  return parts.join(' and ');
}
