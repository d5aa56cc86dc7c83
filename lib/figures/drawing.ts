import type { Figure, FigureKind, Frame } from '@/lib/protocol';
import type {
  Context,
  Cursor,
  CursorOf,
  Extent,
  FigureModule,
  History,
  Key,
  Point,
  Table,
} from './figure-module';
import type { Theme } from './theme';

/** A figure and its frames, of whichever kind. */
export type AnyHistory = { figure: Figure; frames: readonly Frame[] };

/** How opaque a backdrop is behind a cursor. */
export const FADED = 0.18;

/** A frame laid out, ready to draw and to be asked; the scene behind it is its own business. */
export type Picture = Extent & {
  /** The part beneath, where the kind has one: the same for every cursor, and `FADED` while there is one. */
  backdrop: ((context: Context, theme: Theme) => void) | null;
  draw(context: Context, theme: Theme, cursor: Cursor | null): void;
  hit(point: Point): Cursor | null;
  /** Null only where there is nothing to point at. */
  move(cursor: Cursor | null, key: Key): Cursor | null;
  readout(cursor: Cursor): string;
};

/**
 * A kind of figure as the page uses it. `at` is an index into the history's frames; each of them throws a RangeError
 * where there is no such frame, and a TypeError for a history with frames of another kind.
 */
export type Drawing = {
  /** Lays the frame out for `width` CSS pixels. */
  picture(history: AnyHistory, at: number, width: number): Picture;
  /** One sentence with numbers about the frame. */
  describe(history: AnyHistory, at: number): string;
  /** The numbers behind the drawing. */
  table(history: AnyHistory, at: number): Table;
  waitingHeight(width: number): number;
};

export function drawingOf<K extends FigureKind, S extends Extent>(
  module: FigureModule<K, S>,
): Drawing {
  return {
    picture: (history, at, width) => pictureOf(module, own(module.kind, history, at), at, width),
    describe: (history, at) => module.describe(own(module.kind, history, at), at),
    table: (history, at) => module.table(own(module.kind, history, at), at),
    waitingHeight: (width) => module.waitingHeight(width),
  };
}

function pictureOf<K extends FigureKind, S extends Extent>(
  module: FigureModule<K, S>,
  history: History<K>,
  at: number,
  width: number,
): Picture {
  const scene = module.scene(history, at, width);
  // A cursor of another kind can only be left over from another figure.
  const mine = (cursor: Cursor | null) =>
    cursor?.kind === module.kind ? (cursor as CursorOf<K>) : null;
  return {
    width: scene.width,
    height: scene.height,
    backdrop: module.backdrop ? (context, theme) => module.backdrop?.(context, scene, theme) : null,
    draw: (context, theme, cursor) => module.draw(context, scene, theme, mine(cursor)),
    hit: (point) => module.hit(scene, point),
    move: (cursor, key) => module.move(scene, mine(cursor), key),
    readout: (cursor) => {
      const one = mine(cursor);
      return one ? module.readout(scene, one) : '';
    },
  };
}

function own<K extends FigureKind>(kind: K, history: AnyHistory, at: number): History<K> {
  if (!history.frames[at]) throw new RangeError(`The figure has no frame ${at}.`);
  const stray = history.frames.find((frame) => frame.kind !== kind);
  if (stray) throw new TypeError(`A ${kind} figure was given a frame of kind ${stray.kind}.`);
  return history as unknown as History<K>;
}
