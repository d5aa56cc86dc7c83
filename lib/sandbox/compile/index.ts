export { compile, type Compiled } from './compile';
export type { Locate } from './edits';
export { hint } from './hint';
export { readerError, syntaxError } from './reader-error';
