import type { CursorOf, Key, Point, Pressed, Rect } from '../figure-module';
import { formatNumber } from '../format';
import { moveInGrid } from '../move-in-grid';
import { pixelValue } from '../pixels/level';
import type { ImagesScene } from './scene';
import { imageName, spanOf } from './words';

type ImagesCursor = CursorOf<'images'>;

export function hitImages(scene: ImagesScene, point: Point): ImagesCursor | null {
  const { open, tiles } = scene;
  if (open && holds(open.place, point)) return at(scene, open.image, open.place, point);
  const image = tiles.findIndex((tile) => holds(tile, point));
  const tile = tiles[image];
  return tile ? at(scene, image, tile, point) : null;
}

function at({ data }: ImagesScene, image: number, place: Rect, point: Point): ImagesCursor {
  const { width, height } = data.pixels;
  const row = Math.floor(((point.y - place.y) / place.height) * height);
  const column = Math.floor(((point.x - place.x) / place.width) * width);
  return { kind: 'images', image, pixel: { row, column } };
}

const holds = (place: Rect, { x, y }: Point) =>
  x >= place.x && y >= place.y && x < place.x + place.width && y < place.y + place.height;

/** From pixel to pixel in the opened image, else from image to image. */
export function moveImages(
  scene: ImagesScene,
  cursor: ImagesCursor | null,
  key: Key,
): ImagesCursor {
  const { data, open, columns } = scene;
  const { count, height, width } = data.pixels;
  if (open && (!cursor || cursor.image === open.image)) {
    const pixel = moveInGrid(cursor?.pixel ?? null, key, height, width);
    return { kind: 'images', image: open.image, pixel };
  }
  const from = cursor && {
    row: Math.floor(cursor.image / columns),
    column: cursor.image % columns,
  };
  const { row, column } = moveInGrid(from, key, Math.ceil(count / columns), columns);
  return { kind: 'images', image: Math.min(count - 1, row * columns + column), pixel: null };
}

export function readImages({ data }: ImagesScene, { image, pixel }: ImagesCursor): string {
  const name = imageName(data, image);
  if (!pixel) return `${name}: ${spanOf(data, image)}`;
  const channels = Array.from({ length: data.pixels.channels }, (_, channel) =>
    formatNumber(pixelValue(data.pixels, image, { ...pixel, channel })),
  );
  const value = channels.length === 3 ? `red, green, blue ${channels.join(', ')}` : channels[0];
  return `${name}, row ${pixel.row + 1}, column ${pixel.column + 1}: ${value}`;
}

/** Opens the image, or closes it where it is open. */
export function pressImages({ open }: ImagesScene, { image }: ImagesCursor): Pressed {
  return { settings: { open: open?.image === image ? -1 : image } };
}
