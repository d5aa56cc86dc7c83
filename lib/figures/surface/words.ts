import type { NetworkLayer } from '@/lib/protocol';
import type { Cell, History, Table } from '../figure-module';
import { formatCount, formatNumber, formatPercent } from '../format';
import { editWords } from '../dense/edit-words';
import { editsOf, withEdits } from '../dense/weight-edit';
import type { Settings } from '../setting';
import { captionOf, when } from '../when';
import { addedPoints } from './added';
import { answersOf } from './answers';
import { answerAt, fieldsOf, type SurfaceData } from './fields';
import { classOf, meaningOf } from './meaning';
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
  if (answers) {
    const right = answers.right.filter(Boolean).length;
    const all = answers.right.length;
    const share = formatPercent(right / all);
    return { words: `is right for ${formatCount(right)} of ${formatCount(all)} points (${share})` };
  }
  const outputs = fields.values[fields.values.length - 1] ?? [];
  if (outputs.length > 1) return { words: `is a choice between ${outputs.length} classes` };
  const finite = (outputs[0] ?? new Float32Array(0)).filter(Number.isFinite);
  if (finite.length === 0) return { words: 'is nowhere a finite number' };
  const [low, high] = [
    finite.reduce((a, b) => Math.min(a, b)),
    finite.reduce((a, b) => Math.max(a, b)),
  ];
  return { words: `runs from ${formatNumber(low)} to ${formatNumber(high)} over the plane` };
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
    ...(answers ? [...(answers.outputs[i] ?? []), answers.right[i] ? 'right' : 'wrong'] : []),
  ]);
  const columns = [...data.names, 'class', ...(answers ? [...answerNames, 'is'] : [])];
  return { caption, columns, rows };
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
