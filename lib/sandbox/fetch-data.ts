import type { Host } from '@/lib/course';

/** For each path below `data/`: the address of its file from the worker's, and its size in bytes. */
export type DataFiles = Readonly<Record<string, { file: string; bytes: number }>>;

type Get = (file: string) => Promise<Pick<Response, 'ok' | 'status' | 'body'>>;

/** The host's `fetchData`: a file as it streams in, or a sentence that says why there is none and what to do. */
export function createFetchData(files: DataFiles, get: Get): Host['fetchData'] {
  return async (path, received = () => {}) => {
    const known = Object.hasOwn(files, path) ? files[path] : undefined;
    if (known === undefined) throw new Error(`There is no data file “${path}”.`);
    const tell = (bytes: number) => received(bytes, known.bytes);
    tell(0);
    const response = await get(known.file).catch(() => fail(path, NO_CONNECTION));
    if (!response.ok) return fail(path, `the server answered ${response.status}. ${RELOAD}`);
    const parts = await read(response.body, tell).catch(() => fail(path, NO_CONNECTION));
    const bytes = joined(parts);
    if (bytes.byteLength !== known.bytes) return fail(path, `not all of it arrived. ${RELOAD}`);
    return bytes;
  };
}

const NO_CONNECTION = 'there is no connection. Check it, then run the cell again.';
const RELOAD = 'Reload the page, then run the cell again.';

function fail(path: string, reason: string): never {
  throw new Error(`The data file “${path}” could not be loaded: ${reason}`);
}

async function read(body: Response['body'], tell: (bytes: number) => void): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (part?.value === undefined) return parts;
    parts.push(part.value);
    size += part.value.byteLength;
    tell(size);
  }
}

function joined(parts: readonly Uint8Array[]): ArrayBuffer {
  const bytes = new Uint8Array(parts.reduce((size, part) => size + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes.buffer;
}
