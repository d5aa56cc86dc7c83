import type { Cell, History, Table } from '../figure-module';
import { formatNumber, formatPercent } from '../format';
import { notFiniteWords } from '../not-finite';
import type { Settings } from '../setting';
import { when } from '../when';
import { heatAt, type OverlayData } from './heat';
import { chosenIn } from './settings';

export const scoreWords = ({ scores }: OverlayData, index: number) => {
  const isShare = scores.every((score) => score >= 0 && score <= 1);
  const score = scores[index] ?? NaN;
  return isShare && Number.isFinite(score) ? formatPercent(score) : formatNumber(score);
};

export function describeOverlay(
  history: History<'overlay'>,
  at: number,
  settings: Settings,
): string {
  const data = history.frames[at]?.data;
  if (!data) return 'There is no image.';
  const { index, method } = chosenIn(data, settings);
  const { name = '', heats } = data.methods[method] ?? {};
  const best = bestOf(data);
  const lead = history.frames.length > 1 ? `After ${when(history, at)} the` : 'The';
  const says =
    best < 0
      ? `${lead} network's scores are no numbers: ${notFiniteWords(data.scores)} of ${data.scores.length}`
      : `${lead} network says ${data.labels[best]} with ${scoreWords(data, best)}`;
  if (!heats) return `${says}.`;
  const { row, column, value } = hottest(data, method, index);
  if (!Number.isFinite(value)) {
    return `${says}. By ${name}, what ${data.labels[index]} leans on has no finite number at any pixel.`;
  }
  const other = best === index ? '' : ` (${scoreWords(data, index)})`;
  return (
    `${says}. By ${name}, ${data.labels[index]}${other} leans most on row ${row + 1}, column ${column + 1}, ` +
    `with ${formatNumber(value)}.`
  );
}

/** The class of the largest score; -1 where any is no number, as then none is the largest. */
const bestOf = ({ scores }: OverlayData) =>
  scores.some(Number.isNaN) ? -1 : scores.indexOf(Math.max(...scores));

function hottest({ image, methods }: OverlayData, method: number, index: number) {
  const heats = methods[method]?.heats;
  let best = { row: 0, column: 0, value: -Infinity };
  for (let at = 0; heats && at < image.height * image.width; at++) {
    const place = { row: Math.floor(at / image.width), column: at % image.width };
    const value = heatAt(heats, index, image, place);
    if (value > best.value) best = { ...place, value };
  }
  return best;
}

/** The heat over each of the image's pixels. */
export function overlayTable(history: History<'overlay'>, at: number, settings: Settings): Table {
  const data = history.frames[at]?.data;
  if (!data) return { caption: history.figure.title, columns: [], rows: [] };
  const { index, method } = chosenIn(data, settings);
  const { name = '', heats } = data.methods[method] ?? {};
  const columns = Array.from({ length: data.image.width }, (_, column) => column);
  return {
    caption: `${history.figure.title}: ${name} for ${data.labels[index]}`,
    columns: ['row', ...columns.map((column) => `column ${column + 1}`)],
    rows: Array.from({ length: data.image.height }, (_, row): Cell[] => [
      row + 1,
      ...columns.map((column) =>
        heats ? heatAt(heats, index, data.image, { row, column }) : null,
      ),
    ]),
  };
}
