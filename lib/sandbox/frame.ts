import {
  PROTOCOL_VERSION,
  isConnect,
  isPageToFrame,
  type FrameToPage,
  type Hello,
  type RunId,
} from '@/lib/protocol';
import type { FrameToWorker } from './boot';
import { siteOrigin } from './site-origin';
import { prepareFirstWorker, prepareWorker, type PreparedWorker } from './prepare-worker';

/**
 * The frame starts, interrupts and replaces workers, and answers pings. It runs no code of the reader's and keeps
 * nothing but the present worker.
 */
type Running = { id: number; worker: Worker; flag: Int32Array<SharedArrayBuffer> | null };
let running: Running | null = null;
/** The worker asked for last: one that was asked for before it must not start after it. */
let wanted = 0;

/**
 * The first worker loads while the page and the frame still greet each other. It has no port, so it does nothing yet;
 * later ones are made when they are asked for.
 */
let spare: Promise<PreparedWorker> | null = isQuiet() ? null : prepareFirstWorker();

/** `SITE_ORIGIN` of the build, or empty. */
declare const SITE_ORIGIN: string;
const site = siteOrigin(new URL(location.href), window.origin === 'null', SITE_ORIGIN);

const hello: Hello = { layerwise: PROTOCOL_VERSION, type: 'hello' };
window.addEventListener('message', connect);
// To whichever page embeds this frame: the policy's `frame-ancestors` lets only the site do so.
window.parent.postMessage(hello, '*');

function connect(event: MessageEvent<unknown>): void {
  const control = event.ports[0];
  if (event.source !== window.parent || event.origin !== site) return;
  if (!isConnect(event.data) || control === undefined) return;
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
      return interrupt(message.worker, message.run);
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
  const isFirst = wanted === 0 && running === null;
  running?.worker.terminate();
  running = null;
  wanted = id;
  const preparing = spare ?? (isFirst ? prepareFirstWorker() : prepareWorker());
  spare = null;
  try {
    const { address, worker, canShare, failed } = await preparing;
    if (wanted !== id) return worker.terminate();
    const shared = canShare ? new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT) : null;
    void failed.then((message) => send({ type: 'failed', worker: id, message }));
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

/** A page that is only being read opens the frame early, and asks by this mark that nothing be loaded in it. */
function isQuiet(): boolean {
  return location.hash === '#quiet';
}

function interrupt(id: number, run: RunId): void {
  if (running?.id !== id) return;
  if (running.flag) Atomics.store(running.flag, 0, run);
  running.worker.postMessage({ type: 'interrupt', run } satisfies FrameToWorker);
}

function terminate(id: number): void {
  if (wanted === id) wanted = 0;
  if (running?.id !== id) return;
  running.worker.terminate();
  running = null;
}
