import type { Extent, History, Rect } from '../figure-module';
import type { Settings } from '../setting';
import { TEXT, fitText, textWidth } from '../text';
import { openedAt, type Opened } from './examples';
import { scoresOf, type ConfusionData, type Scores } from './scores';

export type ConfusionScene = Extent & {
  data: ConfusionData;
  scores: Scores;
  plot: Rect;
  cell: { width: number; height: number };
  rowLabels: string[];
  columnLabels: string[];
  turned: boolean;
  /** Whether a cell has room for its share beneath its count. */
  shares: boolean;
  /** The cell whose cases are shown beneath. */
  opened: Opened | null;
};

const TOTAL = 60;
const SMALLEST = 30;

export function confusionScene(
  history: History<'confusion'>,
  at: number,
  width: number,
  settings: Settings,
): ConfusionScene {
  const data = history.frames[at]?.data ?? { labels: [], counts: new Uint32Array(0) };
  const count = Math.max(1, data.labels.length);
  const longest = Math.max(0, ...data.labels.map((label) => textWidth(label, TEXT.label)));
  const left = Math.min(width < 540 ? 96 : 160, Math.max(52, longest + 16));
  const cellWidth = Math.max(SMALLEST, Math.min(128, (width - left - TOTAL) / count));
  const cellHeight = Math.max(SMALLEST, Math.min(72, cellWidth * 0.625));
  const turned = longest > cellWidth - 6 && cellWidth < 72;
  const top = turned ? 36 + Math.min(88, longest) : 48;
  const plot = { x: left, y: top, width: cellWidth * count, height: cellHeight * count };
  const bottom = plot.y + plot.height + 8;
  const opened = openedAt(data, settings, width, bottom + 8);
  return {
    opened,
    width: Math.max(width, plot.x + plot.width + TOTAL),
    height: Math.ceil(opened ? opened.bottom : bottom),
    data,
    scores: scoresOf(data),
    plot,
    cell: { width: cellWidth, height: cellHeight },
    rowLabels: data.labels.map((label) => fitText(label, TEXT.label, left - 14)),
    columnLabels: data.labels.map((label) =>
      fitText(label, TEXT.label, turned ? 88 : cellWidth - 6),
    ),
    turned,
    shares: cellWidth >= 52 && cellHeight >= 40,
  };
}
