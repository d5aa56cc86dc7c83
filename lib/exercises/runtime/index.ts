export { createCalls, type Calls } from './calls';
export { Failure, type Detail } from './failure';
export { createRegistry, type RegisteredMistake, type RegisteredTest } from './registry';
export { createTestNames } from './test-names';
