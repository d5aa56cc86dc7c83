import type { CursorOf, History, Table } from '../figure-module';
import { formatNumber, formatPercent } from '../format';
import { captionOf, when } from '../when';
import { collapsedTo } from './collapse';
import type { Gan2dScene } from './scene';
import { arrowOf, countOf, noiseOf, placeOf, scoreOf, type Gan2dData, type Place } from './units';

export function describeGan2d(history: History<'gan2d'>, at: number): string {
  const { means, real, note } = history.frames[at]!.data;
  const [onReal, onGenerated, lossD, lossG] = means.map((mean) =>
    Number.isNaN(mean) ? 'no number (NaN)' : formatNumber(mean),
  );
  const doing = note === '' ? '' : ` (“${note}”)`;
  const count = countOf(history.frames[at]!.data);
  return (
    `At ${when(history, at)}${doing} the discriminator gives the ${real.length / 2} real points ${onReal} on average ` +
    `and the ${count} generated ones ${onGenerated}; its loss is ${lossD}, the generator’s ${lossG}.${collapseWords(history.frames[at]!.data)}`
  );
}

function collapseWords(data: Gan2dData): string {
  const share = collapsedTo(data);
  if (share === null) return '';
  const size =
    share === 0 ? 'a single point' : `nearly a point, ${formatPercent(share)} of the window wide`;
  return ` The generator has collapsed: it makes ${size} of all its noise.`;
}

export function gan2dTable(history: History<'gan2d'>, at: number): Table {
  const { data } = history.frames[at]!;
  const hasNoise = data.noise.length > 0;
  const real = Array.from({ length: data.real.length / 2 }, (_, i) => [
    'real',
    ...placeOf(data, data.real, i).map(short),
    ...new Array<null>(hasNoise ? 5 : 3).fill(null),
  ]);
  const generated = Array.from({ length: countOf(data) }, (_, i) => [
    'generated',
    ...placeOf(data, data.generated, i).map(short),
    short(scoreOf(data, i)),
    ...arrowOf(data, i).map(short),
    ...(noiseOf(data, i) ?? []).map(short),
  ]);
  return {
    caption: captionOf(history, at),
    columns: ['point', 'x', 'y', 'D', 'pull in x', 'pull in y', ...(hasNoise ? ['z1', 'z2'] : [])],
    rows: [...generated, ...real],
  };
}

const short = (value: number) => Number(value.toFixed(3));

/** One plain sentence: where the point is, what is thought of it, and where it should go. */
export function readGan2d({ data }: Gan2dScene, { point }: CursorOf<'gan2d'>): string {
  if (point >= countOf(data)) return '';
  const noise = noiseOf(data, point);
  const from = noise ? `, made from z = ${pair(noise)}` : '';
  return (
    `Generated point at ${pair(placeOf(data, data.generated, point))}${from}: D gives ${formatNumber(scoreOf(data, point))}. ` +
    `${pull(data, point)}`
  );
}

function pull(data: Gan2dData, point: number): string {
  const [x, y] = arrowOf(data, point);
  const length = Math.hypot(x, y);
  if (length < 0.002 * data.steepest || length === 0) return 'Nothing pulls at it.';
  return `It should move ${direction(x, y)} to look more real.`;
}

/** One of eight. */
export function direction(x: number, y: number): string {
  const names = ['right', 'up and right', 'up', 'up and left', 'left', 'down and left', 'down', 'down and right'] as const; // prettier-ignore
  return names[Math.round(((Math.atan2(y, x) / Math.PI + 2) % 2) * 4) % 8]!;
}

const pair = ([x, y]: Place) => `(${formatNumber(x)}, ${formatNumber(y)})`;

/** The generator's loss for one point, and the way down. */
export function gan2dFormula({ data }: Gan2dScene, { point }: CursorOf<'gan2d'>): string | null {
  if (point >= countOf(data)) return null;
  const score = scoreOf(data, point);
  const loss = -Math.log(Math.max(score, 1e-7));
  const [x, y] = arrowOf(data, point);
  const tex = (value: number) => formatNumber(value).replace('\u2212', '-');
  return (
    `-\\ln D(x) = -\\ln ${tex(score)} = ${tex(loss)}, \\qquad ` +
    `-\\frac{\\partial L_G}{\\partial x} = \\bigl(${tex(x)},\\; ${tex(y)}\\bigr)`
  );
}
