import type { Place } from '../convolve/geometry';
import { layOut, placeOf, type Stepper } from '../convolve/stepper';
import type { Extent, History } from '../figure-module';
import type { Range } from '../pixels/level';
import type { Ramp } from '../pixels/palette';
import type { Settings } from '../setting';
import { TEXT, textWidth } from '../text';
import type { Answer } from './answer';
import { answerCells, type AnswerCells } from './answer-cells';
import { HEAD, TALL, columnsOf, type Column, type Strip } from './columns';
import { mapsOf, type ConvnetData } from './names';
import type { Opened } from './opened';
import { answerIn, openedIn, positionIn, rangeOfMap } from './settings';

/** One of the classes, with its bar. */
export type OutputRow = { label: string; value: number; index: number; y: number };

export type ConvnetScene = Extent & {
  data: ConvnetData;
  columns: Column[];
  strips: Strip[];
  /** Of each column's maps what their colours span, and how. */
  looks: { ramp: Ramp; ranges: Range[] }[];
  rows: OutputRow[];
  outputs: { x: number; width: number; bar: number; rowHeight: number };
  opened: (Opened & { stepper: Stepper; at: Place; position: number; top: number }) | null;
  answer: (Answer & { layout: AnswerCells; top: number }) | null;
};

const MOST_ROWS = 20;

export function convnetScene(
  history: History<'convnet'>,
  at: number,
  width: number,
  settings: Settings,
): ConvnetScene {
  const data = (history.frames[at] as (typeof history.frames)[number]).data;
  const longest = Math.max(0, ...data.labels.map((label) => textWidth(label, TEXT.label)));
  const label = Math.min(90, longest + 8);
  const bar = width < 540 ? 40 : 64;
  const room = label + bar + 46;
  const layout = columnsOf(data, width, room);
  const map = { height: HEAD + TALL + 8, width: Math.max(width, layout.width) };
  const opened = openedIn(data, settings);
  const top = map.height + 28;
  const stepper = opened && layOut(opened.stepped, width, top);
  const answer = answerIn(data, settings);
  const cells = answer && answerCells(answer, width, top);
  const below = stepper ?? cells;
  const position = opened ? positionIn(opened, settings) : 0;
  return {
    width: Math.max(map.width, stepper?.width ?? 0),
    height: below ? top + below.height + 8 : map.height,
    data,
    columns: layout.columns,
    strips: layout.strips,
    looks: layout.columns.map((_, layer) => lookOf(history, at, layer, settings)),
    ...outputRows(data),
    outputs: { x: layout.outputs, width: room, bar, rowHeight: rowHeight(data) },
    opened:
      opened && stepper
        ? { ...opened, stepper, position, at: placeOf(stepper.geometry, position), top }
        : null,
    answer: answer && cells ? { ...answer, layout: cells, top } : null,
  };
}

function lookOf(history: History<'convnet'>, at: number, layer: number, settings: Settings) {
  const data = (history.frames[at] as (typeof history.frames)[number]).data;
  const count = mapsOf(data, layer)?.count ?? 0;
  const ranges = Array.from({ length: count }, (_, map) =>
    rangeOfMap(history, at, layer, map, settings),
  );
  const signed = ranges.some(({ low }) => low < 0);
  const plain: Ramp = layer > 0 ? 'magnitude' : count === 1 ? 'ink' : 'gray';
  const ramp: Ramp = signed ? 'diverging' : plain;
  return { ramp, ranges };
}

const rowHeight = ({ labels }: ConvnetData) =>
  Math.min(30, TALL / Math.max(1, Math.min(MOST_ROWS, labels.length)));

/** All classes in their order, or the strongest where there are too many. */
function outputRows(data: ConvnetData): { rows: OutputRow[] } {
  const all = data.labels.map((label, index) => ({
    label,
    index,
    value: data.outputs[index] ?? NaN,
  }));
  const shown =
    all.length <= MOST_ROWS ? all : [...all].sort((a, b) => b.value - a.value).slice(0, MOST_ROWS);
  const height = rowHeight(data);
  const top = HEAD + (TALL - height * shown.length) / 2;
  return { rows: shown.map((row, at) => ({ ...row, y: top + (at + 0.5) * height })) };
}
