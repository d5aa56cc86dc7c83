import type { Cell, History, Table } from '../figure-module';
import { formatCount, formatSigned, joinWords } from '../format';
import { notFiniteWords } from '../not-finite';
import { pixelValue } from '../pixels/level';
import type { Settings } from '../setting';
import { captionOf, when } from '../when';
import { layerName, mapName, mapsOf, outputText, sizeWords, type ConvnetData } from './names';
import type { Answer } from './answer';
import { geometryWords } from './opened';
import { answerIn, openedIn } from './settings';

export function describeConvnet(
  history: History<'convnet'>,
  at: number,
  settings: Settings,
): string {
  const data = history.frames[at]?.data;
  if (!data) return 'There is no network.';
  const lead = history.frames.length > 1 ? `After ${when(history, at)} the` : 'The';
  const layers = data.layers.map((layer, index) => `${layerName(data, index + 1)} (${sizeWords(layer.maps)})`); // prettier-ignore
  const opened = openedIn(data, settings);
  if (opened) {
    const { names, geometry } = opened.stepped;
    return (
      `${mapName(data, opened.layer, opened.map)} is opened, with ${names.input} under a window of ` +
      `${geometryWords(geometry)}. ${verdictOf(data)}`
    );
  }
  const answer = answerIn(data, settings);
  if (answer) return `${answerWords(data, answer)} ${verdictOf(data)}`;
  return `${lead} network of ${formatCount(data.parameters)} weights makes ${joinWords(layers)} of this image. ${verdictOf(data)}`;
}

function answerWords({ labels }: ConvnetData, { index, parts, sum }: Answer): string {
  const [first] = [...parts].sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
  const most = first ? `; ${first.name} adds the most, ${formatSigned(first.share)}` : '';
  const shares = parts.length === 1 ? '1 share' : `${parts.length} shares`;
  return `${labels[index]} is opened: ${shares} and the bias add up to ${formatSigned(sum)}${most}.`;
}

function verdictOf({ labels, outputs, shares }: ConvnetData): string {
  // Where one is no number, none is the largest.
  if (outputs.some(Number.isNaN)) {
    return `Its outputs are no numbers: ${notFiniteWords(outputs)} of ${formatCount(outputs.length)}.`;
  }
  const order = labels
    .map((label, index) => ({ label, value: outputs[index] ?? NaN }))
    .sort((a, b) => b.value - a.value);
  const say = (value: number) => outputText(value, shares);
  const [first, second] = order;
  if (!first) return 'It has no outputs.';
  const next = second ? `, then ${second.label} with ${say(second.value)}` : '';
  return `It says ${first.label} with ${say(first.value)}${next}.`;
}

/** The opened map's numbers, or what the opened output is made of; else the outputs. */
export function convnetTable(history: History<'convnet'>, at: number, settings: Settings): Table {
  const data = history.frames[at]?.data;
  const caption = captionOf(history, at);
  if (!data) return { caption, columns: [], rows: [] };
  const answer = answerIn(data, settings);
  if (answer) return answerTable(data, answer, caption);
  const opened = openedIn(data, settings);
  const maps = opened && mapsOf(data, opened.layer);
  if (!opened || !maps) {
    const rows = data.labels.map((label, index): Cell[] => [label, data.outputs[index] ?? null]);
    return { caption, columns: ['class', data.shares ? 'probability' : 'output'], rows };
  }
  const columns = Array.from({ length: maps.width }, (_, column) => column);
  return {
    caption: `${caption}, ${mapName(data, opened.layer, opened.map)}`,
    columns: ['row', ...columns.map((column) => `column ${column + 1}`)],
    rows: Array.from({ length: maps.height }, (_, row): Cell[] => [
      row + 1,
      ...columns.map((column) => pixelValue(maps, opened.map, { row, column })),
    ]),
  };
}

function answerTable({ labels }: ConvnetData, answer: Answer, caption: string): Table {
  const shares = answer.parts.map(({ name, share }): Cell[] => [name, share]);
  return {
    caption: `${caption}, ${labels[answer.index]}`,
    columns: ['from', 'share of the sum'],
    rows: [...shares, ['bias', answer.bias], ['sum', answer.sum]],
  };
}
