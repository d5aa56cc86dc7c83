/** Kept before reader code runs, which may replace them. */
const { DecompressionStream, Response } = globalThis;

/** Unpacks a file that is gzip. Told by its first bytes: a server may have marked it as such, and the browser unpacked it. */
export async function unpack(file: ArrayBuffer): Promise<Uint8Array> {
  const bytes = new Uint8Array(file);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  if (DecompressionStream === undefined) {
    throw new Error(
      'This data set comes packed, and this browser cannot unpack it. Use a browser of 2023 or later.',
    );
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
