import type { ControlFile } from '@/lib/protocol';
import { FileProblem } from './file-problem';
import { scaledSize, type Size } from './image-size';

export type ImageFile = Extract<ControlFile, { kind: 'image' }>;

/** What a browser has for pictures. */
export type Pictures<Bitmap extends Size> = {
  /** Rejects what it can't read. */
  decode(file: File): Promise<Bitmap>;
  /** RGBA, row by row. */
  pixels(bitmap: Bitmap, size: Size): Uint8ClampedArray;
};

const MAX_BYTES = 50_000_000;

/**
 * Reads a person's picture, its longest side scaled to `side` pixels.
 * @throws {FileProblem} a sentence for the person
 */
export async function readImage<Bitmap extends Size>(
  file: File,
  side: number,
  pictures: Pictures<Bitmap>,
): Promise<ImageFile> {
  const { name } = file;
  if (file.size > MAX_BYTES) {
    throw new FileProblem(`“${name}” has more than 50 MB. Choose a smaller picture.`);
  }
  const bitmap = await pictures.decode(file).catch(() => {
    throw new FileProblem(unreadable(file));
  });
  const size = scaledSize(bitmap, side);
  return { kind: 'image', name, ...size, pixels: pictures.pixels(bitmap, size) };
}

function unreadable({ name, type }: File): string {
  if (/\.hei[cf]$/i.test(name) || /hei[cf]/.test(type)) {
    return `“${name}” is a HEIC picture, which this browser can’t read. Save it as JPEG or PNG and choose that file.`;
  }
  if (type !== '' && !type.startsWith('image/')) {
    return `“${name}” is not a picture. Choose a JPEG, PNG or WebP file.`;
  }
  return `“${name}” could not be read as a picture. Choose a JPEG, PNG or WebP file.`;
}
