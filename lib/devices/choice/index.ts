export { DeviceChoice, type ChoiceHost } from './device-choice';
export { installDeviceChoice } from './install';
export { StepCallback, type Steps } from './step-callback';
