type Bytes = Uint8Array<ArrayBuffer>;

/** One byte of deflate gives at most 1,032 (zlib, "Technical Details"): a slice gives about a megabyte. */
const SLICE = 1_024;

/** Slices small enough that none of them unpacks to much. */
export function* inSlices(bytes: Bytes): Generator<Bytes> {
  for (let at = 0; at < bytes.length; at += SLICE) yield bytes.slice(at, at + SLICE);
}

/** RFC 1951, without header or checksum. */
export async function deflate(bytes: Bytes): Promise<Bytes> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * Null when there is more than `most` bytes inside. Decompression stops there, so what it holds is at most `most` and
 * what a few slices give. Rejects on data that is no deflate stream, or only a part of one.
 */
export async function inflate(slices: Iterable<Bytes>, most: number): Promise<Bytes | null> {
  const { writable, readable } = new DecompressionStream('deflate-raw');
  // What goes wrong in writing is seen in reading, too.
  void feed(slices, writable.getWriter()).catch(() => undefined);
  const reader = readable.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > most) {
      // It fails where the stream has failed already; either way nothing more is read.
      await reader.cancel().catch(() => undefined);
      return null;
    }
    chunks.push(next.value);
  }
  return joined(chunks, size);
}

/** One slice at a time. A pipe would not do: Node's takes in thousands before it waits for the reader. */
async function feed(slices: Iterable<Bytes>, writer: WritableStreamDefaultWriter<BufferSource>) {
  for (const slice of slices) await writer.write(slice);
  await writer.close();
}

function joined(chunks: readonly Uint8Array[], size: number): Bytes {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
