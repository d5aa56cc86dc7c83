import type { FrameData, UnrolledTrace } from '@/lib/protocol';
import type { Extent, History, Rect } from '../figure-module';
import { choiceOf, numberOf, type Settings } from '../setting';
import { TEXT, textWidth } from '../text';

export type UnrolledData = FrameData['unrolled'];

export type UnrolledScene = Extent & {
  data: UnrolledData;
  /** What is drawn of each unit, and the ends of its colours over all frames. */
  trace: UnrolledTrace;
  range: { low: number; high: number };
  /** How many steps are unrolled; those after it are empty. */
  shown: number;
  /** Of each step. */
  columns: Rect[];
  /** From one column to the next. */
  pitch: number;
  row: number;
  /** Where the words of what goes in and comes out are. */
  wordsY: number;
  outputX: number;
  outputRoom: number;
};

const EMPTY: UnrolledData = {
  cell: 'SimpleRNN',
  activation: 'linear',
  units: 0,
  inputs: [],
  output: '',
  traces: [{ name: 'state', values: new Float32Array(0) }],
};
const LEFT = 8;
const TOP = 30;
const TALL = 208;
const PITCH = { least: 24, most: 64 };

export function unrolledScene(
  history: History<'unrolled'>,
  at: number,
  width: number,
  settings: Settings = {},
): UnrolledScene {
  const data = history.frames[at]?.data ?? EMPTY;
  const steps = data.inputs.length;
  const outputRoom = Math.min(132, Math.max(56, textWidth(data.output, TEXT.label) + 8));
  const room = width - LEFT - outputRoom - 20;
  const pitch = Math.min(PITCH.most, Math.max(PITCH.least, room / Math.max(1, steps)));
  const row = Math.min(16, Math.max(2, Math.floor(TALL / Math.max(1, data.units))));
  const column = { y: TOP, width: Math.round(pitch * 0.56), height: row * data.units };
  const outputX = LEFT + steps * pitch + 12;
  return {
    width: Math.max(width, outputX + outputRoom),
    height: TOP + column.height + 58,
    data,
    ...shownTrace(history, data, settings),
    shown: shownSteps(data, settings),
    columns: data.inputs.map((_, step) => ({ ...column, x: LEFT + step * pitch })),
    pitch,
    row,
    wordsY: TOP + column.height + 36,
    outputX,
    outputRoom,
  };
}

export function shownSteps({ inputs }: UnrolledData, settings: Settings): number {
  return Math.round(numberOf(settings, 'steps', inputs.length, [1, Math.max(1, inputs.length)]));
}

export function traceNamed({ traces }: UnrolledData, settings: Settings): UnrolledTrace {
  const names = traces.map(({ name }) => name);
  const name = choiceOf(settings, 'trace', names, names[0] ?? '');
  return traces.find((trace) => trace.name === name) ?? EMPTY.traces[0]!;
}

/** One colour means one number wherever the reader scrubs. */
function shownTrace(history: History<'unrolled'>, data: UnrolledData, settings: Settings) {
  const trace = traceNamed(data, settings);
  let [low, high] = [0, 0];
  for (const frame of history.frames) {
    const values = frame.data.traces.find(({ name }) => name === trace.name)?.values ?? [];
    for (const value of values) {
      if (!Number.isFinite(value)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return { trace, range: { low, high } };
}

export function valueAt({ values }: UnrolledTrace, units: number, step: number, unit: number) {
  return values[step * units + unit] ?? NaN;
}
