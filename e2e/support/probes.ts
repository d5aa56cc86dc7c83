/**
 * Code of a cell, as text, that tries every way out that a worker could have. It is also run in a worker of an
 * unguarded page, to show that the same text does get out where nothing stops it.
 */

/** Tries to reach `canary` by each channel, and leaves in `sent` what became of each. */
export const sendAway = (canary: string): string => `
const canary: string = ${JSON.stringify(canary)};
const sent: Record<string, string> = {};
const at = (path: string) => canary + '/' + path;
const socketAt = (path: string) => at(path).replace('http', 'ws');
const later = (work: Promise<unknown>) =>
  Promise.race([work, new Promise((resolve) => setTimeout(resolve, 1500, 'no answer'))]);
async function attempt(name: string, work: () => unknown) {
  try {
    sent[name] = String(await later(Promise.resolve(work())));
  } catch (error) {
    sent[name] = 'refused: ' + (error as Error).name;
  }
}
const heardOf = (target: any) =>
  new Promise((resolve) => {
    target.onopen = () => resolve('open');
    target.onload = () => resolve('loaded');
    target.onerror = () => resolve('error');
  });
const scope: any = globalThis;
const blobOf = (text: string) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));

await Promise.all([
  attempt('fetch', () => fetch(at('fetch'))),
  attempt('fetch no-cors', () => fetch(at('fetch-no-cors'), { mode: 'no-cors', method: 'POST', body: 'x' })),
  attempt('fetch keepalive', () => fetch(at('fetch-keepalive'), { keepalive: true, mode: 'no-cors' })),
  attempt('fetch credentials', () => fetch(at('fetch-credentials'), { credentials: 'include' })),
  attempt('XMLHttpRequest', () => {
    const request = new scope.XMLHttpRequest();
    request.open('GET', at('xhr'));
    request.send();
    return heardOf(request);
  }),
  attempt('synchronous XMLHttpRequest', () => {
    const request = new scope.XMLHttpRequest();
    request.open('GET', at('xhr-sync'), false);
    request.send();
  }),
  attempt('WebSocket', () => heardOf(new scope.WebSocket(socketAt('websocket')))),
  attempt('WebSocketStream', () => new scope.WebSocketStream(socketAt('websocket-stream')).opened),
  attempt('EventSource', () => heardOf(new scope.EventSource(at('events')))),
  attempt('WebTransport', () => new scope.WebTransport(at('webtransport').replace('http:', 'https:')).ready),
  attempt('sendBeacon', () => scope.navigator.sendBeacon(at('beacon'), 'x')),
  attempt('importScripts', () => scope.importScripts(at('import-scripts'))),
  attempt('Image', () => (new scope.Image().src = at('image'))),
  attempt('FontFace', () => new FontFace('probe', 'url(' + at('font') + ')').load()),
  attempt('image bitmap', async () => {
    const text = '<svg xmlns="http://www.w3.org/2000/svg"><image href="' + at('svg') + '"/></svg>';
    await createImageBitmap(new Blob([text], { type: 'image/svg+xml' }));
  }),
  attempt('canvas filter', () => {
    const context: any = new OffscreenCanvas(9, 9).getContext('2d');
    context.filter = 'url(' + at('filter') + '#x)';
    context.fillRect(0, 0, 9, 9);
  }),
  attempt('navigation', () => (scope.location.href = at('navigation'))),
  attempt('window.open', () => scope.open(at('open'))),
  attempt('worker', () => heardOf(new scope.Worker(at('worker')))),
  attempt('worker of a blob', () =>
    heardOf(new scope.Worker(blobOf('fetch(' + JSON.stringify(at('blob-worker')) + ')')))),
  attempt('shared worker', () => new scope.SharedWorker(at('shared-worker'))),
  attempt('service worker', () => scope.navigator.serviceWorker.register(at('service-worker'))),
  attempt('WebAssembly', () => WebAssembly.compileStreaming(fetch(at('webassembly')))),
  attempt('RTCPeerConnection', () => new scope.RTCPeerConnection({ iceServers: [{ urls: at('ice').replace('http:', 'stun:') }] })),
]);
`;

/** The same for `import()`, which a cell's compiler refuses, so the policy behind it is tried from elsewhere. */
export const importFrom = (canary: string): string => `
  const attempt = (address) => import(address).then(() => 'loaded', () => 'refused');
  const text = 'import ' + JSON.stringify(${JSON.stringify(`${canary}/import-blob`)});
  const blob = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  return [await attempt(${JSON.stringify(`${canary}/import`)}), await attempt(blob)].join();
`;

/** The paths that `sendAway` and `importFrom` are heard at from an unguarded worker in every Chromium. */
export const HEARD_WHEN_FREE = [
  '/fetch',
  '/fetch-no-cors',
  '/fetch-keepalive',
  '/fetch-credentials',
  '/xhr',
  '/xhr-sync',
  '/websocket',
  '/events',
  '/import',
  '/import-blob',
  '/import-scripts',
  '/font',
  '/blob-worker',
  '/webassembly',
];

/** Looks for stores, ways to other windows and workers, and the site itself; leaves a line for each in `found`. */
export const lookAround = (site: string, sandbox: string): string => `
const scope: any = globalThis;
const found: Record<string, string> = {};
async function attempt(name: string, work: () => unknown) {
  try {
    const result = await work();
    found[name] = 'got ' + (typeof result === 'object' ? Object.prototype.toString.call(result) : String(result));
  } catch (error) {
    found[name] = 'refused: ' + (error as Error).name;
  }
}
const need = (name: string) => {
  if (scope[name] === undefined) throw new ReferenceError(name);
  return scope[name];
};
const readable = async (url: string, init?: RequestInit) => {
  const response = await fetch(url, init);
  return response.type + ' ' + response.status + ' ' + (await response.text()).slice(0, 200);
};
await attempt('document.cookie', () => scope.document.cookie);
await attempt('cookieStore', () => need('cookieStore').getAll());
await attempt('localStorage', () => need('localStorage').length);
await attempt('sessionStorage', () => need('sessionStorage').length);
await attempt('indexedDB', () => need('indexedDB').open('probe'));
await attempt('indexedDB by its prototype', () => IDBFactory.prototype.open.call(scope.indexedDB, 'probe'));
await attempt('caches', () => need('caches').open('probe'));
await attempt('OPFS', () => scope.navigator.storage.getDirectory());
await attempt('buckets', () => scope.navigator.storageBuckets.open('probe'));
await attempt('locks', () => scope.navigator.locks.request('probe', () => 1));
await attempt('BroadcastChannel', () => new (need('BroadcastChannel'))('probe'));
await attempt('Worker', () => new (need('Worker'))('data:text/javascript,'));
await attempt('SharedWorker', () => new (need('SharedWorker'))('data:text/javascript,'));
await attempt('service worker', () => scope.navigator.serviceWorker.getRegistrations());
await attempt('importScripts', () => need('importScripts')('data:text/javascript,'));
await attempt('eval', () => (0, eval)('1 + 1'));
await attempt('Function', () => new Function('return 1')());
await attempt('parent', () => need('parent').document);
await attempt('top', () => need('top').document);
await attempt('window', () => need('window').document);
await attempt('opener', () => need('opener').document);
await attempt('frames', () => need('frames')[0]);
await attempt('document', () => need('document').body);
await attempt('postMessage', () => need('postMessage')({ layerwise: 1, type: 'hello' }));
await attempt('close', () => need('close')());
await attempt('close by its prototype', () => scope.DedicatedWorkerGlobalScope.prototype.close.call(self));
await attempt('postMessage by its prototype', () =>
  scope.DedicatedWorkerGlobalScope.prototype.postMessage.call(self, 'x'));
await attempt('requestFileSystem', () => need('webkitRequestFileSystemSync')(0, 1));
await attempt('the site', () => readable(${JSON.stringify(`${site}/`)}));
await attempt('the site with credentials', () =>
  readable(${JSON.stringify(`${site}/`)}, { credentials: 'include' }));
await attempt('the site without an answer', () =>
  readable(${JSON.stringify(`${site}/`)}, { credentials: 'include', mode: 'no-cors' }));
await attempt('a lesson', () => readable(${JSON.stringify(`${site}/learn/neural-networks`)}, { credentials: 'include' }));
await attempt('a lesson on the sandbox host', () =>
  readable(${JSON.stringify(`${sandbox}/learn/neural-networks`)}, { credentials: 'include' }));
await attempt('the root of the sandbox host', () => readable(${JSON.stringify(`${sandbox}/`)}));
`;
