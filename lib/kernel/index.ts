export { sandboxPlace, isSandboxHost, type SandboxPlace } from './address';
export { createKernel, type KernelOptions } from './create-kernel';
export type { Connection, PortLike } from './port';
export type { Effects, Notebook } from './effects';
export type * from './state';
