/**
 * Who else trains, each in a worker of its own on one page. `file` is the worker's bundle, `name` what it is told to run
 * on.
 * @type {Record<string, { title: string, file: string, name: string }>}
 */
export const PEERS = {
  webgl: { title: 'TensorFlow.js, WebGL (its default)', file: '/tfjs.js', name: 'webgl' },
  cpu: { title: 'TensorFlow.js, cpu', file: '/tfjs.js', name: 'cpu' },
  wasm: { title: 'TensorFlow.js, WASM', file: '/tfjs.js', name: 'wasm' },
  convnetjs: { title: 'ConvNetJS', file: '/convnetjs.js', name: '' },
  jax: { title: 'jax-js, WASM', file: '/jax.js', name: 'wasm' },
};

/**
 * Plain TensorFlow.js on WASM with ever more of what `lib/devices` adds.
 * @type {Record<string, { title: string, file: string, name: string }>}
 */
export const CHANGES = {
  plain: { title: 'TensorFlow.js, WASM', file: '/changes.js', name: 'plain' },
  kernels: { title: '+ kernels of our own', file: '/changes.js', name: 'kernels' },
  fused: { title: '+ fused optimizers', file: '/changes.js', name: 'kernels fused' },
  replay: { title: '+ recorded steps', file: '/changes.js', name: 'kernels fused replay' },
};

/**
 * The page with their workers.
 * @param {{ browser: import('@playwright/test').Browser, plainOrigin: string }} bench
 */
export async function openPeers({ browser, plainOrigin }) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${plainOrigin}/peers`);
  return { context, page };
}

/** What takes longer, compiling included, is given up. */
const MOST_MS = 180_000;

/**
 * What a peer answers: the time of a work, or the words in which it failed.
 * @returns {Promise<{ value: { ms: number, loss: number } } | { error: string }>}
 */
export function askPeer(page, peer, how, work) {
  return page.evaluate(
    ([peer, question, most]) => window.askPeer(peer, question, most),
    [PEERS[peer] ?? CHANGES[peer], { how, work }, MOST_MS],
  );
}
