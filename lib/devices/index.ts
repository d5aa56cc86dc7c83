export { startBackend, type BackendOptions, type WasmPaths } from './backends';
export { candidates, type Candidate } from './choose';
export { probeGraphics, probeProcessors, threadCount } from './probe';
