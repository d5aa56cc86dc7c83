import {
  FADED,
  drawPoster,
  posterExtent,
  type Context,
  type Cursor,
  type Picture,
  type Raster,
  type Theme,
} from '@/lib/figures';

/** Beyond this, more device pixels cost time and show nothing. */
const SHARPEST = 3;

/**
 * Draws at the device's resolution.
 * @throws Error where the browser gives no 2-D context, and whatever drawing throws.
 */
export function paint(
  canvas: HTMLCanvasElement,
  picture: Picture,
  theme: Theme,
  cursor: Cursor | null,
): void {
  const ratio = Math.min(SHARPEST, window.devicePixelRatio || 1);
  const context = prepare(canvas, picture.width, picture.height, ratio);
  if (picture.backdrop) {
    context.globalAlpha = cursor ? FADED : 1;
    context.drawImage(
      backdropOf(canvas, picture, theme, ratio),
      0,
      0,
      picture.width,
      picture.height,
    );
    context.globalAlpha = 1;
  }
  picture.draw(context, theme, cursor);
}

/** A canvas's backdrop as pixels, so that moving a cursor over thousands of lines costs one copy. */
type Kept = { picture: Picture; theme: Theme; ratio: number; pixels: HTMLCanvasElement };
const kept = new WeakMap<HTMLCanvasElement, Kept>();

function backdropOf(
  canvas: HTMLCanvasElement,
  picture: Picture,
  theme: Theme,
  ratio: number,
): HTMLCanvasElement {
  const known = kept.get(canvas);
  const pixels = known?.pixels ?? document.createElement('canvas');
  if (known?.picture === picture && known.theme === theme && known.ratio === ratio) return pixels;
  picture.backdrop?.(prepare(pixels, picture.width, picture.height, ratio), theme);
  kept.set(canvas, { picture, theme, ratio, pixels });
  return pixels;
}

/** The picture with its title, at twice its size, as a canvas to save. */
export function paintPoster(
  picture: Picture,
  words: { title: string; step: string },
  theme: Theme,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const { width, height } = posterExtent(picture);
  drawPoster(prepare(canvas, width, height, 2), picture, words, theme);
  return canvas;
}

function prepare(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  ratio: number,
): CanvasRenderingContext2D & Context {
  const [pixelsWide, pixelsHigh] = [Math.round(width * ratio), Math.round(height * ratio)];
  // Setting either, even to what it is, throws the drawing's memory away.
  if (canvas.width !== pixelsWide) canvas.width = pixelsWide;
  if (canvas.height !== pixelsHigh) canvas.height = pixelsHigh;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('the browser gives no canvas to draw on.');
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return withRasters(context);
}

function withRasters(context: CanvasRenderingContext2D): CanvasRenderingContext2D & Context {
  const drawRaster: Context['drawRaster'] = (raster, { x, y, width, height }, smooth = false) => {
    context.imageSmoothingEnabled = smooth;
    context.drawImage(pixelsOf(raster), x, y, width, height);
  };
  return Object.assign(context, { drawRaster });
}

/** A raster as a canvas, which is what the browser can enlarge. */
const rasters = new WeakMap<Raster, HTMLCanvasElement>();

function pixelsOf(raster: Raster): HTMLCanvasElement {
  const known = rasters.get(raster);
  if (known) return known;
  const canvas = document.createElement('canvas');
  canvas.width = raster.width;
  canvas.height = raster.height;
  const image = new ImageData(raster.rgba, raster.width, raster.height);
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  rasters.set(raster, canvas);
  return canvas;
}
