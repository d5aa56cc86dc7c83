import type { CellId, ControlPoint, ControlValue, Figure, FigureKind, Frame } from '@/lib/protocol';
import type { Raster } from './raster';
import type { Setting, Settings } from './setting';
import type { Theme } from './theme';

/** A figure and the frames kept of it, in order of step; every frame is of the figure's kind. */
export type History<K extends FigureKind = FigureKind> = {
  figure: Figure;
  frames: readonly Frame<K>[];
};

/** The part of a 2-D canvas context that figures use, and a way to draw pixels. */
export type Context = Pick<
  CanvasRenderingContext2D,
  | 'save'
  | 'restore'
  | 'setTransform'
  | 'translate'
  | 'rotate'
  | 'clearRect'
  | 'fillRect'
  | 'strokeRect'
  | 'beginPath'
  | 'closePath'
  | 'moveTo'
  | 'lineTo'
  | 'bezierCurveTo'
  | 'arc'
  | 'rect'
  | 'clip'
  | 'fill'
  | 'stroke'
  | 'setLineDash'
  | 'fillText'
  | 'strokeText'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'lineJoin'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
> & {
  /** Draws the pixels into the rectangle, each as a sharp square; `smooth` blends them where they are enlarged. */
  drawRaster(raster: Raster, place: Rect, smooth?: boolean): void;
};

/** CSS pixels from the drawing's top left. */
export type Point = { x: number; y: number };
export type Rect = Point & { width: number; height: number };
export type Extent = { width: number; height: number };

export type Key = 'left' | 'right' | 'up' | 'down' | 'home' | 'end';

/**
 * What the reader points at. It names things of the data, not places of the drawing, so it stays
 * on the same weight or epoch while the drawing is scrubbed or laid out anew.
 */
type Cursors = {
  /** A step of a path, or a place on the surface. */
  descent: { path: number; step: number } | { x: number; y: number };
  graph: { node: number };
  curve: { step: number };
  /** `layer` 0 is the inputs. `from` is a unit of the layer before: the weight from there; null: the unit itself. */
  network: { layer: number; unit: number; from: number | null };
  matrix: { row: number; column: number };
  /** `pixel` is null when the image as a whole is meant. */
  images: { image: number; pixel: { row: number; column: number } | null };
  confusion: { actual: number; predicted: number };
  lines: { series: number; point: number };
  /** `time` indexes the points in time. */
  series: { time: number };
  unrolled: { step: number; unit: number };
  /** A place of the plane; or a unit (`layer` 0: the inputs), with `from` not null the weight into it from there. */
  surface:
    | { part: 'plane'; x: number; y: number }
    | { part: 'unit'; layer: number; unit: number; from: number | null };
  /** Index of a sample. */
  function: { at: number };
  histograms: { layer: number; bin: number };
  /** `index` is a position of the text, or a label. */
  probabilities: { part: 'text' | 'bar'; index: number };
  /** `layer` 0 is the input; the one after the last is the outputs, a `map` of which is a class. `at` is a cell of the opened map. */
  convnet: { layer: number; map: number; at: { row: number; column: number } | null };
  overlay: { row: number; column: number };
  /** A cell of the output. */
  convolution: { row: number; column: number };
  /** A weight of the kernel, or a pixel of the picture or of what the kernel makes of it. */
  kernel: { part: 'kernel' | 'picture' | 'result'; row: number; column: number };
  /** A generated point. */
  gan2d: { point: number };
  latent: { row: number; column: number };
};

export type Cursor = { [K in FigureKind]: { kind: K } & Cursors[K] }[FigureKind];
export type CursorOf<K extends FigureKind> = Extract<Cursor, { kind: K }>;

export type Cell = string | number | null;
export type Table = { caption: string; columns: string[]; rows: Cell[][] };

/** What pressing something in a drawing does: it changes settings of the figure, or moves a control of a cell. */
export type Pressed = {
  settings?: Settings;
  control?: { cell: CellId; key: string; value: ControlValue };
  /** A point is added to those of an `input.points`. */
  point?: { cell: CellId; key: string; point: ControlPoint };
};

/**
 * One kind of figure. `at` is an index into `history.frames`, and always names a frame. `settings` are the reader's
 * own, read with the functions of `setting.ts`. A scene holds every position in CSS pixels; `draw` only strokes and
 * fills it, in the transform that the context has.
 */
export type FigureModule<K extends FigureKind, S extends Extent> = {
  kind: K;
  /** About the height that a drawing of `width` will have, so that its first frame moves nothing. */
  waitingHeight(width: number): number;
  /** What the reader can set, beside time; in this order, under the drawing. */
  settings?(history: History<K>, at: number, settings: Settings): readonly Setting[];
  /** Lays the frame out for `width`; the scene may be wider where the data can't be squeezed. */
  scene(history: History<K>, at: number, width: number, settings: Settings): S;
  /** What is costly to draw and no cursor changes. It is faded while there is a cursor, and may be kept as pixels. */
  backdrop?(context: Context, scene: S, theme: Theme): void;
  /** Goes on top of the backdrop. */
  draw(context: Context, scene: S, theme: Theme, cursor: CursorOf<K> | null): void;
  /** One sentence with numbers. */
  describe(history: History<K>, at: number, settings: Settings): string;
  table(history: History<K>, at: number, settings: Settings): Table;
  hit(scene: S, point: Point): CursorOf<K> | null;
  move(scene: S, cursor: CursorOf<K> | null, key: Key): CursorOf<K>;
  readout(scene: S, cursor: CursorOf<K>): string;
  /** A press on what the cursor is at, by pointer, touch or Enter; null where it does nothing. */
  press?(scene: S, cursor: CursorOf<K>): Pressed | null;
  /** TeX with the numbers that are at the cursor, set under the drawing; null where there is none. */
  formula?(scene: S, cursor: CursorOf<K>): string | null;
  /** TeX that stands there while nothing is pointed at. */
  standing?(scene: S): string | null;
};
