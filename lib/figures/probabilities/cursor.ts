import type { CursorOf, Key, Point, Pressed } from '../figure-module';
import { formatNumber } from '../format';
import { probabilityFormula } from './formula';
import { nameOf, visible } from './names';
import type { ProbabilitiesScene } from './scene';
import { byShare } from './softmax';

type ProbabilitiesCursor = CursorOf<'probabilities'>;

/** A box of the text, or a bar over the whole width of its row. */
export function hitProbabilities(scene: ProbabilitiesScene, at: Point): ProbabilitiesCursor | null {
  const box = scene.boxes.find(
    ({ x, y, width, height }) =>
      at.x >= x && at.x < x + width + 2 && at.y >= y && at.y < y + height + 2,
  );
  if (box) return { kind: 'probabilities', part: 'text', index: box.position };
  const row = scene.rows.find(({ bar }) => at.y >= bar.y - 4 && at.y < bar.y + bar.height + 4);
  return row ? { kind: 'probabilities', part: 'bar', index: row.label } : null;
}

/** Up and down among the bars; left and right along the text, where there is one. */
export function moveProbabilities(
  scene: ProbabilitiesScene,
  cursor: ProbabilitiesCursor | null,
  key: Key,
): ProbabilitiesCursor {
  const bars = scene.rows.map(({ label }) => label);
  const places = scene.boxes.map(({ position }) => position);
  const bar = (index: number) => atPlace('bar', bars, index);
  const text = (index: number) => atPlace('text', places, index);
  if (!cursor) return bar(0);
  const isBar = cursor.part === 'bar';
  const from = (isBar ? bars : places).indexOf(cursor.index);
  switch (key) {
    case 'up':
      if (!isBar) return cursor;
      return from > 0 || places.length === 0 ? bar(from - 1) : text(scene.sampling.position);
    case 'down':
      return isBar ? bar(from + 1) : bar(0);
    case 'left':
    case 'right':
      return isBar ? cursor : text(from + (key === 'left' ? -1 : 1));
    case 'home':
      return isBar ? bar(0) : text(0);
    case 'end':
      return isBar ? bar(bars.length - 1) : text(places.length - 1);
    default:
      return key satisfies never;
  }
}

function atPlace(
  part: ProbabilitiesCursor['part'],
  list: readonly number[],
  index: number,
): ProbabilitiesCursor {
  const held = Math.min(list.length - 1, Math.max(0, index));
  return { kind: 'probabilities', part, index: list[held] ?? 0 };
}

export function readProbabilities(
  scene: ProbabilitiesScene,
  { part, index }: ProbabilitiesCursor,
): string {
  const { data, answer } = scene;
  if (part === 'text') {
    const text = visible(data.positions[index]?.text ?? '');
    return `Position ${index + 1}, after \u201c${text}\u201d: press to see what follows`;
  }
  const number = (values: ArrayLike<number>) => formatNumber(values[index] ?? NaN);
  const share = answer.kept[index] ? number(answer.shares) : '0, it is cut';
  return `${nameOf(data, index)}: logit ${number(answer.logits)}, probability ${share}; at temperature 1 ${number(answer.plain)}`;
}

/** Pressing a place of the text goes there. */
export function pressProbabilities(
  _scene: ProbabilitiesScene,
  { part, index }: ProbabilitiesCursor,
): Pressed | null {
  return part === 'text' ? { settings: { position: index } } : null;
}

export const formulaOf = (scene: ProbabilitiesScene, { part, index }: ProbabilitiesCursor) =>
  part === 'bar' ? probabilityFormula(scene, index) : null;

/** The most probable, while nothing is pointed at. */
export function restProbabilities({ answer }: ProbabilitiesScene): ProbabilitiesCursor | null {
  const index = byShare(answer.shares)[0];
  return index === undefined ? null : { kind: 'probabilities', part: 'bar', index };
}
