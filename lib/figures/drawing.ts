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
  Pressed,
  Table,
} from './figure-module';
import { NO_SETTINGS, type Setting, type Settings } from './setting';
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
  press(cursor: Cursor): Pressed | null;
  formula(cursor: Cursor | null): string | null;
};

/**
 * A kind of figure as the page uses it. `at` is an index into the history's frames; each of them throws a RangeError
 * where there is no such frame, and a TypeError for a history with frames of another kind. Without `settings` it is as the reader
 * finds it.
 */
export type Drawing = {
  /** Lays the frame out for `width` CSS pixels. */
  picture(history: AnyHistory, at: number, width: number, settings?: Settings): Picture;
  settings(history: AnyHistory, at: number, settings?: Settings): readonly Setting[];
  /** One sentence with numbers about the frame. */
  describe(history: AnyHistory, at: number, settings?: Settings): string;
  /** The numbers behind the drawing. */
  table(history: AnyHistory, at: number, settings?: Settings): Table;
  waitingHeight(width: number): number;
};

export function drawingOf<K extends FigureKind, S extends Extent>(
  module: FigureModule<K, S>,
): Drawing {
  const own = (history: AnyHistory, at: number) => ownHistory(module.kind, history, at);
  return {
    picture: (history, at, width, settings = NO_SETTINGS) =>
      pictureOf(module, module.scene(own(history, at), at, width, settings)),
    settings: (history, at, settings = NO_SETTINGS) =>
      module.settings?.(own(history, at), at, settings) ?? [],
    describe: (history, at, settings = NO_SETTINGS) =>
      module.describe(own(history, at), at, settings),
    table: (history, at, settings = NO_SETTINGS) => module.table(own(history, at), at, settings),
    waitingHeight: (width) => module.waitingHeight(width),
  };
}

function pictureOf<K extends FigureKind, S extends Extent>(
  module: FigureModule<K, S>,
  scene: S,
): Picture {
  // A cursor of another kind can only be left over from another figure.
  const mine = (cursor: Cursor | null) =>
    cursor?.kind === module.kind ? (cursor as CursorOf<K>) : null;
  const at = <T>(cursor: Cursor, none: T, use: (cursor: CursorOf<K>) => T): T => {
    const one = mine(cursor);
    return one ? use(one) : none;
  };
  return {
    width: scene.width,
    height: scene.height,
    backdrop: module.backdrop ? (context, theme) => module.backdrop?.(context, scene, theme) : null,
    draw: (context, theme, cursor) => module.draw(context, scene, theme, mine(cursor)),
    hit: (point) => module.hit(scene, point),
    move: (cursor, key) => module.move(scene, mine(cursor), key),
    readout: (cursor) => at(cursor, '', (one) => module.readout(scene, one)),
    press: (cursor) => at(cursor, null, (one) => module.press?.(scene, one) ?? null),
    formula: (cursor) =>
      (cursor && at(cursor, null, (one) => module.formula?.(scene, one) ?? null)) ??
      module.standing?.(scene) ??
      null,
  };
}

function ownHistory<K extends FigureKind>(kind: K, history: AnyHistory, at: number): History<K> {
  if (!history.frames[at]) throw new RangeError(`The figure has no frame ${at}.`);
  const stray = history.frames.find((frame) => frame.kind !== kind);
  if (stray) throw new TypeError(`A ${kind} figure was given a frame of kind ${stray.kind}.`);
  return history as unknown as History<K>;
}
