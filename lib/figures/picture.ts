import type { Figure, FigureKind, Frame } from '@/lib/protocol';
import { confusion } from './confusion';
import { curve } from './curve';
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
import { matrix } from './matrix';
import { network } from './network';
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
 * Lays the frame at index `at` out for `width` CSS pixels.
 * @throws RangeError where there is no such frame.
 */
export function pictureOf(history: AnyHistory, at: number, width: number): Picture {
  return withModule(history, at, (module, own) => {
    const scene = module.scene(own, at, width);
    // A cursor of another kind can only be left over from another figure.
    const mine = (cursor: Cursor | null) =>
      cursor?.kind === module.kind ? (cursor as CursorOf<typeof module.kind>) : null;
    return {
      width: scene.width,
      height: scene.height,
      backdrop: module.backdrop
        ? (context, theme) => module.backdrop?.(context, scene, theme)
        : null,
      draw: (context, theme, cursor) => module.draw(context, scene, theme, mine(cursor)),
      hit: (point) => module.hit(scene, point),
      move: (cursor, key) => module.move(scene, mine(cursor), key),
      readout: (cursor) => {
        const one = mine(cursor);
        return one ? module.readout(scene, one) : '';
      },
    };
  });
}

/** One sentence with numbers about the frame at index `at`. */
export function describe(history: AnyHistory, at: number): string {
  return withModule(history, at, (module, own) => module.describe(own, at));
}

/** The numbers behind the drawing. */
export function tableOf(history: AnyHistory, at: number): Table {
  return withModule(history, at, (module, own) => module.table(own, at));
}

type Use<T> = <K extends FigureKind, S extends Extent>(
  module: FigureModule<K, S>,
  history: History<K>,
) => T;

function withModule<T>(history: AnyHistory, at: number, use: Use<T>): T {
  if (!history.frames[at]) throw new RangeError(`The figure has no frame ${at}.`);
  const { kind } = history.figure;
  switch (kind) {
    case 'curve':
      return use(curve, narrow(history, kind));
    case 'network':
      return use(network, narrow(history, kind));
    case 'matrix':
      return use(matrix, narrow(history, kind));
    case 'confusion':
      return use(confusion, narrow(history, kind));
    default:
      return kind satisfies never;
  }
}

function narrow<K extends FigureKind>(history: AnyHistory, kind: K): History<K> {
  const stray = history.frames.find((frame) => frame.kind !== kind);
  if (stray) throw new TypeError(`A ${kind} figure was given a frame of kind ${stray.kind}.`);
  return history as unknown as History<K>;
}
