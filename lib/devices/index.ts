export { prepareBackend, startBackend, type BackendOptions, type WasmPaths } from './backends';
export { DeviceChoice, installDeviceChoice } from './choice';
export { candidates, type Candidate } from './choose';
export { makeCurrent, onReaderChoice } from './make-current';
export { probeGraphics, probeProcessors } from './probe';
export { installFusedOptimizers } from './optimizers';
export { installReplay, type Replay } from './replay';
