import { mix } from '../color';
import type { Context } from '../figure-module';
import { TEXT, drawText, textWidth } from '../text';
import type { Theme } from '../theme';
import type { FunctionScene } from './scene';

const HATCH = 7;

/** Shades where the function in focus is flat: hatched where its slope is exactly zero, plain where it is nearly so. */
export function drawFlats(context: Context, scene: FunctionScene, theme: Theme): void {
  const { value, slope } = scene;
  for (const { left, right, dead } of scene.flats) {
    for (const { plot } of [value, slope]) {
      context.fillStyle = mix(theme.paper, theme.ink, 0.06);
      context.fillRect(left, plot.y, right - left, plot.height);
      if (dead) hatch(context, { left, right, top: plot.y, height: plot.height }, theme);
    }
    const words = ['slope 0: dead', 'saturated', 'flat'];
    const text = (dead ? words : words.slice(1)).find(
      (one) => textWidth(one, TEXT.small) < right - left - 8,
    );
    if (!text) continue;
    drawText(context, theme, text, (left + right) / 2, value.plot.y + 12, {
      color: theme.inkSoft,
      size: TEXT.small,
      align: 'center',
      halo: mix(theme.paper, theme.ink, 0.06),
    });
  }
}

type Box = { left: number; right: number; top: number; height: number };

function hatch(context: Context, { left, right, top, height }: Box, theme: Theme): void {
  context.save();
  context.beginPath();
  context.rect(left, top, right - left, height);
  context.clip();
  context.setLineDash([]);
  context.strokeStyle = mix(theme.paper, theme.ink, 0.14);
  context.lineWidth = 1;
  context.beginPath();
  for (let x = left - height; x < right; x += HATCH) {
    context.moveTo(x, top + height);
    context.lineTo(x + height, top);
  }
  context.stroke();
  context.restore();
}
