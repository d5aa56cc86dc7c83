import type { Host } from './host';
import { unpack } from './unpack';

type DataHost = Pick<Host, 'fetchData' | 'progress'>;

/** Fetches files below `data/`, each once. */
export type DataFiles = {
  /**
   * Their bytes, unpacked where they are gzip. Tells the page how far it is.
   * @param name of the data set, for the page
   */
  load(name: string, paths: readonly string[]): Promise<Uint8Array[]>;
};

/** Less is there before anyone has read how far it is. */
const WORTH_TELLING = 100_000;

export function createDataFiles(host: DataHost): DataFiles {
  const kept = new Map<string, Promise<Uint8Array>>();

  function fetchFile(path: string, tell: (bytes: number, total: number) => void) {
    const known = kept.get(path);
    if (known !== undefined) return known;
    const file = host.fetchData(path, tell).then(unpack);
    kept.set(path, file);
    // A failure is not kept: the next call tries again.
    file.catch(() => kept.delete(path));
    return file;
  }

  return {
    async load(name, paths) {
      const loading = createLoading(host, name);
      try {
        return await Promise.all(
          paths.map((path) => fetchFile(path, (...sizes) => loading.received(path, sizes))),
        );
      } finally {
        loading.end();
      }
    },
  };
}

/** The files of one call as one progress. */
function createLoading(host: DataHost, name: string) {
  const sizes = new Map<string, [bytes: number, total: number]>();
  let isTold = false;
  return {
    received(path: string, size: [bytes: number, total: number]) {
      sizes.set(path, size);
      const all = [...sizes.values()];
      const done = all.reduce((sum, [bytes]) => sum + bytes, 0);
      const total = all.reduce((sum, [, bytes]) => sum + bytes, 0);
      if (total < WORTH_TELLING) return;
      isTold = true;
      host.progress({ done: done / 1e6, total: total / 1e6, label: 'MB', task: `loading ${name}` });
    },
    /** What the cell does next may tell of no progress of its own. */
    end() {
      if (isTold) host.progress(null);
    },
  };
}
