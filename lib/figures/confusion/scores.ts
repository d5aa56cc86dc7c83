import type { FrameData } from '@/lib/protocol';

export type ConfusionData = FrameData['confusion'];
export type Scores = {
  total: number;
  right: number;
  /** Share of all cases predicted as they are; NaN without cases. */
  accuracy: number;
  /** Cases of each actual class, and the share of them that was predicted as such (NaN without cases). */
  rows: { total: number; recall: number }[];
};

export function countAt(
  { labels, counts }: ConfusionData,
  actual: number,
  predicted: number,
): number {
  return counts[actual * labels.length + predicted] ?? 0;
}

export function scoresOf(data: ConfusionData): Scores {
  const classes = data.labels.map((_, i) => i);
  const rows = classes.map((actual) => {
    const total = classes.reduce((sum, predicted) => sum + countAt(data, actual, predicted), 0);
    return { total, recall: countAt(data, actual, actual) / total };
  });
  const total = rows.reduce((sum, row) => sum + row.total, 0);
  const right = classes.reduce((sum, i) => sum + countAt(data, i, i), 0);
  return { total, right, accuracy: right / total, rows };
}
