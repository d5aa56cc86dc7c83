export { installedNative, installNative } from './installed';
export type { Native } from './native';
export { startWithMemory } from './wasm-memory';
