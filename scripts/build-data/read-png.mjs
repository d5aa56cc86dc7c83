import { inflateSync } from 'node:zlib';

/** Values for a pixel of each colour type: grey, RGB, palette, grey with alpha, RGB with alpha. */
const CHANNELS = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * A PNG as RGBA bytes: what the packages hold, so bit depths up to 8 and no interlacing.
 * @param {Buffer} file
 * @returns {{ width: number, height: number, pixels: Uint8Array }} four bytes a pixel, row by row
 * @throws {Error} for what is not such a PNG
 */
export function readPng(file) {
  const chunks = readChunks(file);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (!header) throw new Error('This is not a PNG file.');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, colorType, , , interlace] = header.subarray(8);
  const channels = CHANNELS[colorType];
  if (channels === undefined || depth > 8 || interlace !== 0) {
    throw new Error(`PNG with colour type ${colorType}, ${depth} bits, interlace ${interlace}.`);
  }
  const packed = inflateSync(Buffer.concat(chunks.filter(isImage).map(({ data }) => data)));
  const rowBytes = Math.ceil((width * channels * depth) / 8);
  const rows = unfilter(packed, height, rowBytes, Math.max(1, (channels * depth) >> 3));
  const values = unpack(rows, { width, height, rowBytes, depth, channels });
  return { width, height, pixels: toRgba(values, colorType, depth, chunks) };
}

const isImage = ({ type }) => type === 'IDAT';

function readChunks(file) {
  const chunks = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: file.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** Each row begins with the number of the filter that predicts its bytes from left, above and above left. */
function unfilter(packed, height, rowBytes, step) {
  const rows = new Uint8Array(height * rowBytes);
  for (let y = 0; y < height; y++) {
    const filter = packed[y * (rowBytes + 1)];
    for (let x = 0; x < rowBytes; x++) {
      const at = y * rowBytes + x;
      const left = x < step ? 0 : rows[at - step];
      const above = y === 0 ? 0 : rows[at - rowBytes];
      const corner = x < step || y === 0 ? 0 : rows[at - rowBytes - step];
      rows[at] = packed[y * (rowBytes + 1) + 1 + x] + predict(filter, left, above, corner);
    }
  }
  return rows;
}

function predict(filter, left, above, corner) {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const guess = left + above - corner;
  const [a, b, c] = [left, above, corner].map((value) => Math.abs(guess - value));
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

/** One value an entry, where a byte may hold several. */
function unpack(rows, { width, height, rowBytes, depth, channels }) {
  if (depth === 8) return rows;
  const values = new Uint8Array(width * height * channels);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width * channels; x++, to++) {
      const bit = x * depth;
      const byte = rows[y * rowBytes + (bit >> 3)];
      values[to] = (byte >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
    }
  }
  return values;
}

function toRgba(values, colorType, depth, chunks) {
  const channels = CHANNELS[colorType];
  const color = colorReader(values, colorType, depth, chunks);
  const pixels = new Uint8Array((values.length / channels) * 4);
  for (let pixel = 0; pixel < pixels.length / 4; pixel++) {
    pixels.set(color(pixel * channels), pixel * 4);
  }
  return pixels;
}

function colorReader(values, colorType, depth, chunks) {
  const find = (type) => chunks.find((chunk) => chunk.type === type)?.data;
  const alphas = find('tRNS') ?? [];
  if (colorType === 3) {
    const palette = find('PLTE');
    return (at) => [
      ...palette.subarray(values[at] * 3, values[at] * 3 + 3),
      alphas[values[at]] ?? 255,
    ];
  }
  if (colorType === 6) return (at) => values.subarray(at, at + 4);
  if (colorType === 2) return (at) => [...values.subarray(at, at + 3), 255];
  const scale = 255 / ((1 << depth) - 1);
  const grey = (at) => values[at] * scale;
  if (colorType === 0) return (at) => [grey(at), grey(at), grey(at), 255];
  return (at) => [grey(at), grey(at), grey(at), values[at + 1]];
}
