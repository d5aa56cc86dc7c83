export { compile, type Compiled } from './compile';
export type { Locate } from './edits';
