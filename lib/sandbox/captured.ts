import { HIDDEN_FROM_THREADS } from './hidden-names';

/**
 * The build puts this in place of every mention of `Worker` in the worker's bundle: WASM's threads start from the
 * constructor as it was before it was taken from reader code.
 *
 * Reader code may get hold of a thread all the same, through the backend's own objects, and have it load what it
 * likes. So a thread first takes from its own scope what reader code must not have, and only then loads its script.
 */
const Captured = globalThis.Worker;

/** Called with `new`: what a constructor returns stands in place of what it would have made. */
function ThreadWorker(url: string | URL): Worker {
  const hide = `(${hideNames.toString()})(${JSON.stringify(HIDDEN_FROM_THREADS)});`;
  const load = `importScripts(${JSON.stringify(String(url))});`;
  const source = new Blob([hide, load], { type: 'text/javascript' });
  return new Captured(URL.createObjectURL(source));
}

/** Runs in the thread, as text: it may use nothing from outside. */
function hideNames(names: string[]): void {
  for (const target of [globalThis, globalThis.navigator]) {
    for (
      let owner: object | null = target;
      owner !== null;
      owner = Object.getPrototypeOf(owner) as object | null
    ) {
      for (const name of names) {
        if (!Object.prototype.hasOwnProperty.call(owner, name)) continue;
        if (!Reflect.deleteProperty(owner, name))
          Reflect.defineProperty(owner, name, { value: undefined });
      }
    }
  }
}

export { ThreadWorker as Worker };
