import type { Context, Point } from '../figure-module';
import { TEXT, drawText, textWidth } from '../text';
import type { Theme } from '../theme';
import { dot, drawArrow, RADIUS } from './draw-points';
import { beliefColor } from './draw-surface';
import type { Gan2dScene } from './scene';

const PIECES = 40;
const BAR = { width: 132, height: 8 };

/** Under the plane: what its colours mean, and what each mark is. */
export function drawKey(context: Context, scene: Gan2dScene, theme: Theme): void {
  const { x, y, width } = scene.layout.key;
  const style = { color: theme.inkSoft, size: TEXT.small } as const;
  if (scene.shown.surface) {
    for (let i = 0; i < PIECES; i++) {
      context.fillStyle = beliefColor((i + 0.5) / PIECES, theme);
      context.fillRect(x + (BAR.width * i) / PIECES, y + 3, BAR.width / PIECES + 0.5, BAR.height);
    }
    const words = 'D: 0 “generated” to 1 “real”';
    const long = `${words}, line at 0.5`;
    const fits = BAR.width + 8 + textWidth(long, TEXT.small) <= width;
    drawText(context, theme, fits ? long : words, x + BAR.width + 8, y + 7, style);
  }
  drawMarks(context, scene, theme);
}

/** The marks in a row that wraps. */
function drawMarks(context: Context, { layout, shown }: Gan2dScene, theme: Theme): void {
  const { key } = layout;
  const marks = [
    { on: shown.real, text: 'real', width: 14, draw: (at: Point) => filled(context, theme, at) },
    {
      on: shown.generated,
      text: 'generated',
      width: 14,
      draw: (at: Point) => hollow(context, theme, at),
    },
    {
      on: shown.arrows,
      text: 'to lower G’s loss',
      width: 26,
      draw: (at: Point) => arrow(context, theme, at),
    },
  ];
  let [x, y] = [key.x, key.y + 27];
  for (const { on, text, width, draw } of marks) {
    if (!on) continue;
    const whole = width + textWidth(text, TEXT.small);
    if (x > key.x && x + whole > key.x + key.width) [x, y] = [key.x, y + 18];
    draw({ x: x + 4, y });
    drawText(context, theme, text, x + width, y, { color: theme.inkSoft, size: TEXT.small });
    x += whole + 18;
  }
}

function filled(context: Context, theme: Theme, at: Point): void {
  context.fillStyle = theme.ink;
  context.strokeStyle = theme.paper;
  context.lineWidth = 0.75;
  dot(context, at, RADIUS);
}

function hollow(context: Context, theme: Theme, at: Point): void {
  context.fillStyle = theme.paper;
  context.strokeStyle = theme.ink;
  context.lineWidth = 1.4;
  dot(context, at, RADIUS);
}

function arrow(context: Context, theme: Theme, { x, y }: Point): void {
  context.strokeStyle = theme.accent;
  context.lineWidth = 1.25;
  drawArrow(context, { x: x - 4, y }, { x: 18, y: 0 });
}
