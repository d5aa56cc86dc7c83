export { unroll } from './unroll';
export type { RecurrentWeights } from './weights';
