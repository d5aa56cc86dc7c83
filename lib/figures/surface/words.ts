import type { NetworkLayer } from '@/lib/protocol';
import type { Cell, History, Table } from '../figure-module';
import { formatCount, formatNumber, formatPercent } from '../format';
import { editWords } from '../dense/edit-words';
import { editsOf, withEdits } from '../dense/weight-edit';
import type { Settings } from '../setting';
import { captionOf, when } from '../when';
import { addedPoints } from './added';
import { answersOf, type Answers } from './answers';
import { answerAt, fieldsOf, noNumbersIn, type Fields, type SurfaceData } from './fields';
import { classOf, isNoNumber, meaningOf } from './meaning';
import { dataAt, namedLayers } from './scene';

/** "After epoch 40 the answer is right for 118 of 120 points (98.3 %)." */
export function describeSurface(
  history: History<'surface'>,
  at: number,
  settings: Settings,
): string {
  const data = dataAt(history, at);
  const edits = editsOf(data.layers, settings);
  const layers = withEdits(data.layers, edits);
  const lead = history.frames.length > 1 ? `After ${when(history, at)} the answer` : 'The answer';
  const trained = resultOf(data, data.layers);
  const sentence =
    edits.length === 0
      ? `${lead} ${trained.words}.`
      : `With ${editWords(namedLayers(data), edits)} the answer ${resultOf(data, layers).words}; as trained it ${trained.words}.`;
  return [sentence, data.held, addedWords(data, settings)].filter(Boolean).join(' ');
}

function addedWords(data: SurfaceData, settings: Settings): string {
  const added = addedPoints(data, settings).length;
  if (added === 0) return '';
  return `${formatCount(added)} ${added === 1 ? 'point is' : 'points are'} new: no run has seen ${added === 1 ? 'it' : 'them'} yet.`;
}

function resultOf(data: SurfaceData, layers: readonly NetworkLayer[]): { words: string } {
  const fields = fieldsOf(data, layers);
  const answers = answersOf(data, layers, fields);
  return answers ? { words: answersWords(answers) } : { words: planeWords(fields) };
}

/** "is right for 118 of 120 points (98.3 %)"; what is no number comes first, as nothing else counts for more. */
function answersWords({ outputs, right }: Answers): string {
  const known = right.filter(Boolean).length;
  const all = right.length;
  const missing = outputs.filter(isNoNumber).length;
  const points = `${formatCount(all)} ${all === 1 ? 'point' : 'points'}`;
  const share = formatPercent(known / all);
  if (missing === 0) return `is right for ${formatCount(known)} of ${points} (${share})`;
  if (missing === all)
    return `is no number (NaN) at ${all === 1 ? 'the one point' : `each of the ${points}`}`;
  return `is no number (NaN) at ${formatCount(missing)} of ${points}, and right for ${formatCount(known)} (${share})`;
}

function planeWords(fields: Fields): string {
  const outputs = fields.values[fields.values.length - 1] ?? [];
  const count = fields.rows * fields.columns;
  const missing = outputs.length === 0 ? 0 : noNumbersIn(outputs);
  if (missing === count) return 'is nowhere a number (NaN all over the plane)';
  const gaps =
    missing > 0 ? `, and is no number (NaN) on ${formatPercent(missing / count)} of it` : '';
  if (outputs.length > 1) {
    return `is a choice between ${outputs.length} classes${gaps && ` over the plane${gaps}`}`;
  }
  const finite = (outputs[0] ?? new Float32Array(0)).filter(Number.isFinite);
  if (finite.length === 0) return 'is nowhere a finite number';
  const [low, high] = [
    finite.reduce((a, b) => Math.min(a, b)),
    finite.reduce((a, b) => Math.max(a, b)),
  ];
  return `runs from ${formatNumber(low)} to ${formatNumber(high)} over the plane${gaps}`;
}

/** Squares along a side that are listed where there are no points. */
const LISTED = 9;

/** Each point with its answer; without points, the answer at even places of the plane. */
export function surfaceTable(history: History<'surface'>, at: number, settings: Settings): Table {
  const data = dataAt(history, at);
  const layers = withEdits(data.layers, editsOf(data.layers, settings));
  const fields = fieldsOf(data, layers);
  const outputs = fields.values[fields.values.length - 1]?.length ?? 0;
  const answerNames =
    outputs === 1
      ? ['answer']
      : Array.from({ length: outputs }, (_, i) => data.labels[i] ?? `output ${i + 1}`);
  const caption = captionOf(history, at);
  const answers = answersOf(data, layers, fields);
  if (data.classes.length === 0) {
    return { caption, columns: [...data.names, ...answerNames], rows: placesOf(data, layers) };
  }
  const rows = Array.from(data.classes, (label, i): Cell[] => [
    data.points[2 * i] ?? NaN,
    data.points[2 * i + 1] ?? NaN,
    data.labels[label] ?? String(label),
    ...(answers ? [...(answers.outputs[i] ?? []), verdictOf(answers, i)] : []),
  ]);
  const columns = [...data.names, 'class', ...(answers ? [...answerNames, 'is'] : [])];
  return { caption, columns, rows };
}

function verdictOf({ outputs, right }: Answers, point: number): string {
  if (isNoNumber(outputs[point] ?? [])) return 'no number';
  return right[point] ? 'right' : 'wrong';
}

function placesOf(data: SurfaceData, layers: readonly NetworkLayer[]): Cell[][] {
  const fields = fieldsOf(data, layers);
  const along = ([low, high]: readonly [number, number], i: number) =>
    low + ((i + 0.5) / LISTED) * (high - low);
  return Array.from({ length: LISTED ** 2 }, (_, i): Cell[] => {
    const x = along(data.x, i % LISTED);
    const y = along(data.y, Math.floor(i / LISTED));
    return [x, y, ...answerAt(fields, data, [x, y])];
  });
}

/** "0.810, orange": what an answer is, and what it stands for. */
export function answerWords(
  data: SurfaceData,
  layers: readonly NetworkLayer[],
  answer: readonly number[],
): string {
  const meaning = meaningOf(data, layers, fieldsOf(data, layers), layers.length, 0);
  const label = data.labels[classOf(answer, meaning)];
  const value = answer.length === 1 ? (answer[0] ?? NaN) : Math.max(...answer);
  return label === undefined ? formatNumber(value) : `${formatNumber(value)}, ${label}`;
}
