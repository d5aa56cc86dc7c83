import type { WorkerAddress } from '@/lib/protocol';

/** The worker's file beside this one, and what it will ask for next; put in by the build. */
declare const WORKER_FILE: string;
declare const NEXT_FILES: string[];

/** A worker that loads, but has no port yet and so does nothing. */
export type PreparedWorker = {
  address: WorkerAddress;
  worker: Worker;
  /** A `data:` worker is never cross-origin isolated, so memory can't be shared with it. */
  canShare: boolean;
  /** Why it could not be loaded, or what reached it of an error that nobody caught; stays open while there is none. */
  failed: Promise<string>;
};

/** @throws {Error} when the browser refuses the worker. */
export async function prepareWorker(): Promise<PreparedWorker> {
  const address = await chooseAddress();
  const worker = createWorker(address);
  const failed = new Promise<string>((resolve) => {
    worker.onerror = (event) => resolve(event.message || 'The worker could not be loaded.');
  });
  return { address, worker, canShare: window.crossOriginIsolated && address !== 'data', failed };
}

/** The same, with what every worker asks for brought into the browser's cache while the first is still being read. */
export function prepareFirstWorker(): Promise<PreparedWorker> {
  const prepared = prepareWorker();
  // Seen by who awaits `prepared`, which may come later; until then a failure must not count as unhandled.
  prepared.then(fetchAhead).catch(() => {});
  return prepared;
}

async function fetchAhead(): Promise<void> {
  const fetchFile = async (file: string) =>
    (await fetch(new URL(file, import.meta.url))).arrayBuffer();
  await Promise.all(NEXT_FILES.map(fetchFile));
}

/** An opaque origin can't start a worker from its URL; there a `data:` worker has WebGPU and a `blob:` one shared memory. */
async function chooseAddress(): Promise<WorkerAddress> {
  if (window.origin !== 'null') return 'url';
  if (!('gpu' in navigator)) return 'blob';
  const patience = new Promise<null>((resolve) => setTimeout(() => resolve(null), 2_000));
  const adapter = await Promise.race([navigator.gpu.requestAdapter().catch(() => null), patience]);
  return adapter === null ? 'blob' : 'data';
}

function createWorker(address: WorkerAddress): Worker {
  const url = new URL(WORKER_FILE, import.meta.url).href;
  switch (address) {
    case 'url':
      return new Worker(url, { type: 'module' });
    case 'data':
      return new Worker(
        `data:text/javascript,${encodeURIComponent(`import ${JSON.stringify(url)};`)}`,
        {
          type: 'module',
        },
      );
    case 'blob':
      return new Worker(
        URL.createObjectURL(new Blob([classicSource(url)], { type: 'text/javascript' })),
      );
    default:
      return address satisfies never;
  }
}

/**
 * Chromium 156 never loads a module worker from a `blob:` address of an opaque origin, but a classic one that imports
 * the module does load. What arrives before the module listens is held and given to it then.
 */
function classicSource(url: string): string {
  // In a block: names at the top of a classic script are seen by every module of the worker, the reader's too.
  return `{
    const held = [];
    const hold = (event) => held.push(event.data);
    addEventListener('message', hold);
    import(${JSON.stringify(url)}).then(
      () => {
        removeEventListener('message', hold);
        for (const data of held.splice(0)) dispatchEvent(new MessageEvent('message', { data }));
      },
      (error) => setTimeout(() => { throw error; }),
    );
  }`;
}
