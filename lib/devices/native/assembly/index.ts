// AssemblyScript, not TypeScript: compiled to WebAssembly by scripts/native. Every function works on addresses in
// TensorFlow.js's own WASM memory; none allocates, so the module has no data of its own there.
export { conv, convFilterGradient, convInputGradient, convScratch } from './conv';
export { depthwiseFilterGradient, depthwiseInputGradient } from './depthwise';
export { gemm } from './matmul';
export { maxPool, maxPoolGradient } from './pool';
export { replay } from './replay';
export { gatherRows } from './replay-move';
export { addRow, relu, reluGradient, sumRows } from './training';
export {
  adadelta,
  adagrad,
  adam,
  adamax,
  momentum,
  rmsProp,
  rmsPropCentered,
  sgd,
} from './optimizers';
