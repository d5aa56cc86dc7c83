/**
 * The build puts this in place of every mention of `Worker` in the worker's bundle: WASM's threads start from the
 * constructor as it was before it was taken from reader code.
 */
const captured = globalThis.Worker;
export { captured as Worker };
