import type { Raster } from '../raster';

/** Compresses as RFC 1950 has it (zlib), which is all that a PNG needs from outside. */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Eight bits a channel, red, green, blue and alpha; PNG's own compression and filters, not interlaced. */
const TRUECOLOUR_ALPHA = [8, 6, 0, 0, 0];

/** A raster as a PNG file. RFC 2083. */
export function pngOf({ width, height, rgba }: Raster, deflate: Deflate): Uint8Array {
  const rows = new Uint8Array(height * (1 + 4 * width));
  for (let row = 0; row < height; row++) {
    // Each row is led by its filter, none.
    rows.set(rgba.subarray(row * 4 * width, (row + 1) * 4 * width), row * (1 + 4 * width) + 1);
  }
  const head = [...bigEndian(width), ...bigEndian(height), ...TRUECOLOUR_ALPHA];
  return joined([
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', Uint8Array.from(head)),
    chunk('IDAT', deflate(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const named = joined([Uint8Array.from(name, (letter) => letter.charCodeAt(0)), data]);
  return joined([
    Uint8Array.from(bigEndian(data.length)),
    named,
    Uint8Array.from(bigEndian(crc(named))),
  ]);
}

const bigEndian = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** CRC-32 with the reversed polynomial. RFC 2083, appendix 15. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 255] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
