export { createModuleLog, type EvaluatedModule, type ModuleLog } from './module-log';
export { explained } from './explained';
export { lateErrorOutput } from './late-error';
export { readerError, syntaxError } from './reader-error';
export { readStack } from './stack';
