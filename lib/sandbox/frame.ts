import {
  PROTOCOL_VERSION,
  isConnect,
  isPageToFrame,
  type FrameToPage,
  type Hello,
  type WorkerAddress,
} from '@/lib/protocol';
import type { FrameToWorker } from './boot';

/** The worker's file beside this one, put in by the build. */
declare const WORKER_FILE: string;

/**
 * The frame starts, interrupts and replaces workers, and answers pings. It runs no code of the reader's and keeps
 * nothing but the present worker.
 */
type Running = { id: number; worker: Worker; flag: Int32Array<SharedArrayBuffer> | null };
let running: Running | null = null;
/** The worker asked for last: one that was asked for before it must not start after it. */
let wanted = 0;

const hello: Hello = { layerwise: PROTOCOL_VERSION, type: 'hello' };
window.addEventListener('message', connect);
// To whichever page embeds this frame: the policy's `frame-ancestors` lets only the site do so.
window.parent.postMessage(hello, '*');

function connect(event: MessageEvent<unknown>): void {
  const control = event.ports[0];
  if (event.source !== window.parent || !isConnect(event.data) || control === undefined) return;
  window.removeEventListener('message', connect);
  control.onmessage = (message: MessageEvent<unknown>) => void receive(control, message);
}

async function receive(control: MessagePort, event: MessageEvent<unknown>): Promise<void> {
  const message = event.data;
  if (!isPageToFrame(message)) return;
  const send = (reply: FrameToPage) => control.postMessage(reply);
  switch (message.type) {
    case 'start': {
      const port = event.ports[0];
      if (port !== undefined) await start(message.worker, port, send);
      return;
    }
    case 'interrupt':
      return interrupt(message.worker);
    case 'terminate':
      return terminate(message.worker);
    case 'ping':
      return send({ type: 'pong', id: message.id });
    default:
      return message satisfies never;
  }
}

async function start(
  id: number,
  port: MessagePort,
  send: (reply: FrameToPage) => void,
): Promise<void> {
  running?.worker.terminate();
  running = null;
  wanted = id;
  const address = await chooseAddress();
  if (wanted !== id) return;
  const shared = canShare(address) ? new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT) : null;
  try {
    const worker = createWorker(address);
    worker.onerror = (event) =>
      send({
        type: 'failed',
        worker: id,
        message: event.message || 'The worker could not be loaded.',
      });
    running = { id, worker, flag: shared && new Int32Array(shared) };
    worker.postMessage({ type: 'boot', port, interrupt: shared } satisfies FrameToWorker, [port]);
    send({ type: 'started', worker: id, address, sharedMemory: shared !== null });
  } catch (error) {
    send({
      type: 'failed',
      worker: id,
      message: error instanceof Error ? error.message : String(error),
    });
  }
}

/** An opaque origin can't start a worker from its URL; there a `data:` worker has WebGPU and a `blob:` one shared memory. */
async function chooseAddress(): Promise<WorkerAddress> {
  if (window.origin !== 'null') return 'url';
  if (!('gpu' in navigator)) return 'blob';
  const adapter = await navigator.gpu.requestAdapter().catch(() => null);
  return adapter === null ? 'blob' : 'data';
}

/** A `data:` worker is never cross-origin isolated, so memory can't be shared with it. */
function canShare(address: WorkerAddress): boolean {
  return window.crossOriginIsolated && address !== 'data';
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
  return `
    const held = [];
    const hold = (event) => held.push(event.data);
    addEventListener('message', hold);
    import(${JSON.stringify(url)}).then(() => {
      removeEventListener('message', hold);
      for (const data of held) dispatchEvent(new MessageEvent('message', { data }));
    });`;
}

function interrupt(id: number): void {
  if (running?.id !== id) return;
  if (running.flag) Atomics.store(running.flag, 0, 1);
  running.worker.postMessage({ type: 'interrupt' } satisfies FrameToWorker);
}

function terminate(id: number): void {
  if (wanted === id) wanted = 0;
  if (running?.id !== id) return;
  running.worker.terminate();
  running = null;
}
