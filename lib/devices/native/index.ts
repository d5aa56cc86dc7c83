export { installedNative, installNative } from './installed';
export type { Native } from './native';
export { bringBeforeLooking, memoryOf } from './wasm-memory';
