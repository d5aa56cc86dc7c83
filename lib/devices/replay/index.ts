export { installReplay, type Replay } from './install';
