export { installFusedOptimizers } from './install';
