import type { Context } from '../figure-module';
import { formatCount, formatNumber } from '../format';
import { TEXT, drawText, fitText } from '../text';
import type { Theme } from '../theme';
import { EDGE_CAP, type Band } from './band';
import { edgeColor, edgeWidth } from './edge';
import { biasScale } from './layer-scale';
import type { NetworkScene } from './scene';

const PIECES = 24;

/** Beneath each band what its widths and colours mean; beneath all, what the circles' fill means. */
export function drawFoot(context: Context, scene: NetworkScene, theme: Theme): void {
  const y = scene.layout.bottom + 16;
  const { columns } = scene.layout;
  scene.bands.forEach((band, i) => {
    const [before, after] = [columns[i], columns[i + 1]];
    if (!before || !after) return;
    const middle = (before.x + after.x) / 2;
    drawKey(context, band, middle, y, Math.min(92, after.x - before.x - 20), theme);
  });
  const style = { color: theme.inkFaint, size: TEXT.small } as const;
  const note = fitText(noteOf(scene), TEXT.small, scene.width);
  drawText(context, theme, note, 0, y + 42, style);
}

/** A wedge from the most negative weight through nothing to the most positive. */
function drawKey(
  context: Context,
  band: Band,
  middle: number,
  y: number,
  width: number,
  theme: Theme,
): void {
  context.setLineDash([]);
  for (let i = 0; i < PIECES; i++) {
    const share = (2 * (i + 0.5)) / PIECES - 1;
    const strength = Math.abs(share) ** band.sharpness;
    const height = edgeWidth(strength) * 1.6;
    context.fillStyle = edgeColor(strength, share, theme);
    const x = middle - width / 2 + (width * i) / PIECES;
    context.fillRect(x, y - height / 2, width / PIECES + 0.5, height);
  }
  const style = { color: theme.inkFaint, size: TEXT.small, align: 'center' } as const;
  const size = formatNumber(band.full);
  if (width < 80) {
    drawText(context, theme, `\u00b1${size}`, middle, y + 16, style);
    return;
  }
  drawText(context, theme, `\u2212${size}`, middle - width / 2, y + 16, style);
  drawText(context, theme, '0', middle, y + 16, style);
  drawText(context, theme, `+${size}`, middle + width / 2, y + 16, style);
}

function noteOf(scene: NetworkScene): string {
  const broken = scene.bands.reduce((sum, band) => sum + band.broken, 0);
  if (broken > 0) return `${formatCount(broken)} weights are not finite numbers and are not drawn.`;
  const drawn = scene.bands.reduce((sum, band) => sum + band.drawn, 0);
  const all = scene.bands.reduce((sum, band) => sum + band.kernel.length, 0);
  const bias = formatNumber(biasScale(scene.scales));
  const key = bias === '0' ? 'Lines: weights.' : `Lines: weights. Fill: bias, up to \u00b1${bias}.`;
  const capped = scene.bands.some((band) => band.kernel.length > EDGE_CAP);
  return capped ? `${key} The strongest ${formatCount(drawn)} of ${formatCount(all)} drawn.` : key;
}
