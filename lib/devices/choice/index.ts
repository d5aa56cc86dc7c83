export { DeviceChoice, type ChoiceHost } from './device-choice';
export { installDeviceChoice } from './install';
export { installLoopChoice } from './install-loops';
export { StepCallback, type Steps } from './step-callback';
