import { drawMark } from '../class-shape';
import { mix } from '../color';
import type { Context, Point } from '../figure-module';
import { TEXT, drawText, textWidth } from '../text';
import type { Theme } from '../theme';
import { runColor, runDash } from './run-look';
import type { Run } from './runs';
import { placeOf, spotAt, type DescentScene } from './scene';

/** Dots at the steps where these are so far apart on average, CSS pixels. */
const DOTTED = 5;

/** Every run up to the step shown, on a rim of paper; what is still to come, faint; its mark and its name at the tip. */
export function drawPaths(context: Context, scene: DescentScene, theme: Theme): void {
  const { plot, runs, step } = scene;
  context.save();
  context.beginPath();
  context.rect(plot.x, plot.y, plot.width, plot.height);
  context.clip();
  context.lineJoin = 'round';
  context.lineCap = 'butt';
  // All rims first: a path must not hide another that runs beside it.
  for (const run of runs) drawGround(context, scene, run, theme);
  for (const run of runs) drawRun(context, scene, run, theme);
  drawStart(context, scene, theme);
  context.restore();
  const tips = runs.flatMap((run) => {
    const spot = spotAt(run, step);
    const place = spot && placeOf(scene, spot.x, spot.y);
    return place && isInside(place, plot) ? [{ run, place }] : [];
  });
  for (const { run, place } of tips) {
    drawMark(context, theme, run.index, [place.x, place.y], { rim: theme.paper });
  }
  const taken: Box[] = tips.map(({ place }) => boxAround(place, 7, 7));
  for (const { run, place } of tips) drawName(context, scene, run, place, taken, theme);
}

const placesOf = (scene: DescentScene, run: Run) =>
  run.spots.map(({ x, y }) => placeOf(scene, x, y)).filter(isDrawable);

function drawGround(context: Context, scene: DescentScene, run: Run, theme: Theme): void {
  const places = placesOf(scene, run);
  context.setLineDash([]);
  const future = mix(theme.paper, runColor(run.index, theme), 0.55);
  if (places.length > scene.step + 1) stroke(context, places.slice(scene.step), future, 1);
  stroke(context, places.slice(0, scene.step + 1), theme.paper, 4);
}

function drawRun(context: Context, scene: DescentScene, run: Run, theme: Theme): void {
  const past = placesOf(scene, run).slice(0, scene.step + 1);
  const color = runColor(run.index, theme);
  context.setLineDash(runDash(run.index));
  stroke(context, past, color, 2);
  context.setLineDash([]);
  if (lengthOf(past) / Math.max(1, past.length - 1) < DOTTED) return;
  context.fillStyle = color;
  for (const { x, y } of past) {
    context.beginPath();
    context.arc(x, y, 2, 0, 2 * Math.PI);
    context.fill();
  }
}

function stroke(context: Context, places: readonly Point[], color: string, width: number): void {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.beginPath();
  places.forEach(({ x, y }, i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.stroke();
}

/** A ring where all began. */
function drawStart(context: Context, scene: DescentScene, theme: Theme): void {
  const starts = new Map<string, Point>();
  for (const { spots } of scene.runs) {
    const first = spots[0] && placeOf(scene, spots[0].x, spots[0].y);
    if (first) starts.set(`${first.x} ${first.y}`, first);
  }
  for (const { x, y } of starts.values()) {
    for (const [color, width] of [
      [theme.paper, 5],
      [theme.ink, 2],
    ] as const) {
      // prettier-ignore
      context.strokeStyle = color;
      context.lineWidth = width;
      context.beginPath();
      context.arc(x, y, 7, 0, 2 * Math.PI);
      context.stroke();
    }
  }
}

type Box = { left: number; right: number; top: number; bottom: number };

const boxAround = ({ x, y }: Point, width: number, height: number): Box => ({
  left: x - width,
  right: x + width,
  top: y - height,
  bottom: y + height,
});

/** At the first of eight places around the tip where it touches no other name or mark, and stays inside. */
function drawName(
  context: Context,
  { plot }: DescentScene,
  run: Run,
  tip: Point,
  taken: Box[],
  theme: Theme,
): void {
  const half = textWidth(run.name, TEXT.label) / 2 + 2;
  const places = [1, 2, 3, 4].flatMap((far) => [
    { x: tip.x + half + 9, y: tip.y + (far - 1) * 9 },
    { x: tip.x - half - 9, y: tip.y + (far - 1) * 9 },
    { x: tip.x + half + 9, y: tip.y - far * 9 },
    { x: tip.x - half - 9, y: tip.y - far * 9 },
    { x: tip.x, y: tip.y - 9 - far * 8 },
    { x: tip.x, y: tip.y + 9 + far * 8 },
  ]);
  const boxes = places.map((place) => ({ place, box: boxAround(place, half, 8) }));
  const fits = boxes.find(
    ({ box }) =>
      box.left > plot.x &&
      box.right < plot.x + plot.width &&
      box.top > plot.y &&
      box.bottom < plot.y + plot.height &&
      taken.every((other) => !meet(box, other)),
  );
  // Where there is no room the mark stands alone; the race below has the name.
  if (!fits) return;
  taken.push(fits.box);
  drawText(context, theme, run.name, fits.place.x, fits.place.y, {
    color: theme.ink,
    weight: 600,
    align: 'center',
    halo: theme.paper,
  });
}

const meet = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const isInside = ({ x, y }: Point, plot: DescentScene['plot']) =>
  x >= plot.x && x <= plot.x + plot.width && y >= plot.y && y <= plot.y + plot.height;

/** What has blown up is left out; a canvas takes no infinities. */
const isDrawable = ({ x, y }: Point) => Math.abs(x) < 1e6 && Math.abs(y) < 1e6;

function lengthOf(places: readonly Point[]): number {
  let length = 0;
  for (let i = 1; i < places.length; i++) {
    length += Math.hypot(places[i]!.x - places[i - 1]!.x, places[i]!.y - places[i - 1]!.y);
  }
  return length;
}
