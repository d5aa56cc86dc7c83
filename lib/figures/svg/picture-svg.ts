import type { Picture } from '../drawing';
import type { Raster } from '../raster';
import type { Theme } from '../theme';
import { px } from './number-text';
import { pngOf, type Deflate } from './png';
import { SvgContext } from './svg-context';
import { xmlText } from './xml-text';

/**
 * The picture as an SVG file on paper, with nothing pointed at.
 *
 * @param description what it shows, for those who do not see it
 */
export function pictureSvg(
  picture: Picture,
  theme: Theme,
  description: string,
  deflate: Deflate,
): string {
  const context = new SvgContext((raster) => dataAddress(raster, deflate));
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, picture.width, picture.height);
  picture.backdrop?.(context, theme);
  picture.draw(context, theme, null);
  const [width, height] = [px(picture.width), px(picture.height)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` font-family="${xmlText(theme.face)}">`,
    `<title>${xmlText(description)}</title>${context.markup()}</svg>\n`,
  ].join('');
}

function dataAddress(raster: Raster, deflate: Deflate): string {
  const bytes = pngOf(raster, deflate);
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return `data:image/png;base64,${btoa(text)}`;
}
