import type { Context, Rect } from '../figure-module';
import type { Raster } from '../raster';
import { list, px } from './number-text';
import { Path } from './path';
import { SvgWriter, transformed } from './svg-writer';
import { xmlText } from './xml-text';

/** What `save` keeps. `transform` is as SVG writes it. */
type Look = {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  lineCap: CanvasLineCap;
  lineJoin: CanvasLineJoin;
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
  dash: number[];
  transform: string;
  /** The id of what everything is cut to; empty for nothing. */
  clip: string;
};

const PLAIN: Look = {
  fillStyle: '#000000',
  strokeStyle: '#000000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  dash: [],
  transform: '',
  clip: '',
};

const ANCHORS: Record<CanvasTextAlign, string> = {
  left: '',
  start: '',
  center: ' text-anchor="middle"',
  right: ' text-anchor="end"',
  end: ' text-anchor="end"',
};
/**
 * How far below `y` the alphabetic base line lies, in em: viewers differ in what they make of `dominant-baseline`, and
 * labels have capitals of 0.73 em.
 */
const BASELINES: Record<CanvasTextBaseline, number> = {
  top: 0.93,
  hanging: 0.73,
  middle: 0.36,
  alphabetic: 0,
  ideographic: -0.21,
  bottom: -0.24,
};

/** A 2-D context that writes SVG. */
export class SvgContext implements Context {
  #look: Look = PLAIN;
  readonly #saved: Look[] = [];
  readonly #out = new SvgWriter();
  #path = new Path();
  readonly #image: (raster: Raster) => string;

  /** `image`: the address of a picture of the raster. */
  constructor(image: (raster: Raster) => string) {
    this.#image = image;
  }

  /** All that was drawn, for the inside of an `svg` element. */
  markup(): string {
    return this.#out.markup();
  }

  // ---- State ----

  save(): void {
    this.#saved.push(this.#look);
  }
  restore(): void {
    this.#look = this.#saved.pop() ?? this.#look;
  }
  setTransform(...args: unknown[]): void {
    const isMatrix = args.length === 6 && args.every((value) => typeof value === 'number');
    const matrix = isMatrix ? (args as number[]) : [1, 0, 0, 1, 0, 0];
    const identity = matrix.join() === '1,0,0,1,0,0';
    this.#set({ transform: identity ? '' : `matrix(${matrix.join(' ')})` });
  }
  translate(x: number, y: number): void {
    this.#transform(`translate(${list(x, y)})`);
  }
  rotate(angle: number): void {
    this.#transform(`rotate(${px((angle * 180) / Math.PI)})`);
  }
  setLineDash(dash: Iterable<number>): void {
    this.#set({ dash: [...dash] });
  }
  clip(): void {
    const { transform, clip } = this.#look;
    this.#set({ clip: this.#out.clip(this.#path.text, transform, clip) });
  }

  // ---- Paths ----

  beginPath(): void {
    this.#path = new Path();
  }
  closePath(): void {
    this.#path.closePath();
  }
  moveTo(x: number, y: number): void {
    this.#path.moveTo(x, y);
  }
  lineTo(x: number, y: number): void {
    this.#path.lineTo(x, y);
  }
  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.#path.bezierCurveTo(ax, ay, bx, by, x, y);
  }
  arc(x: number, y: number, radius: number, from: number, to: number, counter?: boolean): void {
    this.#path.arc(x, y, radius, from, to, counter);
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.#path.rect(x, y, width, height);
  }
  fill(...args: unknown[]): void {
    this.#fill(this.#path.text, args.includes('evenodd'));
  }
  stroke(): void {
    this.#stroke(this.#path.text);
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    this.#fill(rectText(x, y, width, height));
  }
  strokeRect(x: number, y: number, width: number, height: number): void {
    this.#stroke(rectText(x, y, width, height));
  }
  /** Nothing lies under a drawing, so what is cleared at its start is clear. */
  clearRect(): void {}

  // ---- Text and pixels ----

  fillText(text: string, x: number, y: number): void {
    this.#text(text, x, y, ` fill="${this.#look.fillStyle}"`);
  }
  strokeText(text: string, x: number, y: number): void {
    this.#text(text, x, y, ` fill="none"${this.#strokes()}`);
  }
  drawRaster(raster: Raster, { x, y, width, height }: Rect, smooth = false): void {
    const look = smooth ? '' : ' style="image-rendering:pixelated"';
    const place = `x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}"`;
    const { transform, clip } = this.#look;
    const rest = `${place} preserveAspectRatio="none"${look} href="${this.#image(raster)}"`;
    this.#out.element(`<image${transformed(transform)} ${rest}/>`, clip);
  }

  #text(text: string, x: number, y: number, paint: string): void {
    const { font, textAlign, textBaseline, transform, clip } = this.#look;
    const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 10);
    const weight = Number(/^(\d+) /.exec(font)?.[1] ?? 400);
    const heavy = weight === 400 ? '' : ` font-weight="${weight}"`;
    const base = y + BASELINES[textBaseline] * size;
    const where = `x="${px(x)}" y="${px(base)}" font-size="${px(size)}"${heavy}${ANCHORS[textAlign]}`;
    this.#out.element(
      `<text${transformed(transform)} ${where}${paint}>${xmlText(text)}</text>`,
      clip,
    );
  }

  #fill(path: string, evenOdd = false): void {
    const { fillStyle, transform, clip } = this.#look;
    const fill = ` fill="${fillStyle}"${evenOdd ? ' fill-rule="evenodd"' : ''}`;
    this.#out.path({ path, place: transformed(transform), clip, fill, stroke: '' });
  }

  #stroke(path: string): void {
    const { transform, clip } = this.#look;
    this.#out.path({
      path,
      place: transformed(transform),
      clip,
      fill: '',
      stroke: this.#strokes(),
    });
  }

  #set(change: Partial<Look>): void {
    this.#look = { ...this.#look, ...change };
  }

  #transform(step: string): void {
    this.#set({ transform: `${this.#look.transform}${step}` });
  }

  #strokes(): string {
    const { strokeStyle, lineWidth, lineCap, lineJoin, dash } = this.#look;
    return [
      ` stroke="${strokeStyle}"`,
      lineWidth === 1 ? '' : ` stroke-width="${px(lineWidth)}"`,
      lineCap === 'butt' ? '' : ` stroke-linecap="${lineCap}"`,
      lineJoin === 'miter' ? '' : ` stroke-linejoin="${lineJoin}"`,
      dash.length === 0 ? '' : ` stroke-dasharray="${dash.map(px).join(' ')}"`,
    ].join('');
  }

  // ---- Plain fields of a context ----

  get fillStyle(): string {
    return this.#look.fillStyle;
  }
  set fillStyle(fillStyle: Context['fillStyle']) {
    this.#set({ fillStyle: String(fillStyle) });
  }
  get strokeStyle(): string {
    return this.#look.strokeStyle;
  }
  set strokeStyle(strokeStyle: Context['strokeStyle']) {
    this.#set({ strokeStyle: String(strokeStyle) });
  }
  get lineWidth(): number {
    return this.#look.lineWidth;
  }
  set lineWidth(lineWidth: number) {
    this.#set({ lineWidth });
  }
  get lineCap(): CanvasLineCap {
    return this.#look.lineCap;
  }
  set lineCap(lineCap: CanvasLineCap) {
    this.#set({ lineCap });
  }
  get lineJoin(): CanvasLineJoin {
    return this.#look.lineJoin;
  }
  set lineJoin(lineJoin: CanvasLineJoin) {
    this.#set({ lineJoin });
  }
  get font(): string {
    return this.#look.font;
  }
  set font(font: string) {
    this.#set({ font });
  }
  get textAlign(): CanvasTextAlign {
    return this.#look.textAlign;
  }
  set textAlign(textAlign: CanvasTextAlign) {
    this.#set({ textAlign });
  }
  get textBaseline(): CanvasTextBaseline {
    return this.#look.textBaseline;
  }
  set textBaseline(textBaseline: CanvasTextBaseline) {
    this.#set({ textBaseline });
  }
}

const rectText = (x: number, y: number, width: number, height: number) =>
  `M${list(x, y)}h${px(width)}v${px(height)}h${px(-width)}z`;
