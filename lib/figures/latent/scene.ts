import type { FrameData } from '@/lib/protocol';
import type { CursorOf, Extent, History, Point, Rect } from '../figure-module';
import type { Settings } from '../setting';
import { spotOf, wayOf, type Spot } from './path';

export type LatentData = FrameData['latent'];
export type Node = { row: number; column: number };
export type LatentScene = Extent & {
  data: LatentData;
  /** All images, and one of them large. */
  square: Rect;
  large: Rect;
  /** The way of the walk through the middles of the images. */
  way: Point[];
  walker: Point;
  /** The image nearest to where the walk is. */
  node: Node;
};

const LARGEST = 432;
const LARGE = 200;
const GAP = 28;
const HEAD = 22;

export function latentScene(
  history: History<'latent'>,
  at: number,
  width: number,
  settings: Settings,
): LatentScene {
  const data = history.frames[at]!.data;
  const beside = width >= 560;
  const room = beside ? width - LARGE - GAP - 4 : width - 4;
  // Whole pixels, so that the images meet without seams.
  const cell = Math.max(8, Math.floor(Math.min(LARGEST, room) / data.size));
  const side = cell * data.size;
  const square = { x: 2, y: HEAD, width: side, height: side };
  const largeSide = beside ? LARGE : Math.min(LARGE, room);
  const large = beside
    ? { x: square.x + side + GAP, y: HEAD, width: largeSide, height: largeSide }
    : { x: 2, y: HEAD + side + HEAD + 16, width: largeSide, height: largeSide };
  const place = ({ across, down }: Spot): Point => ({
    x: square.x + cell * (0.5 + across * (data.size - 1)),
    y: square.y + cell * (0.5 + down * (data.size - 1)),
  });
  const spot = spotOf(settings);
  return {
    width: Math.max(width, square.x + side + 2),
    height: Math.max(square.y + side, large.y + largeSide) + 24,
    data,
    square,
    large,
    way: wayOf(settings).map(place),
    walker: place(spot),
    node: nodeAt(spot, data.size),
  };
}

function nodeAt({ across, down }: Spot, size: number): Node {
  return { row: Math.round(down * (size - 1)), column: Math.round(across * (size - 1)) };
}

/** The image that is shown large: where the reader points, else where the walk is. */
export function shownNode(scene: LatentScene, cursor: CursorOf<'latent'> | null): Node {
  const last = scene.data.size - 1;
  const { row, column } = cursor ?? scene.node;
  return { row: Math.min(row, last), column: Math.min(column, last) };
}
