import {
  either,
  isBoolean,
  isBounded,
  isCount,
  isFiniteNumber,
  isNull,
  listOf,
  oneOf,
  optional,
  recordOf,
  shape,
  text,
  variants,
} from './check';
import type { Check } from './check';
import { DEVICES, STEP_OUTCOMES } from './device';
import type {
  Device,
  DeviceChoice,
  DeviceReport,
  DeviceStatus,
  ModelTimes,
  StepOutcome,
  StepTime,
} from './device';
import { CHECK_PARTS, isChecked, isTested } from './guard-checking';
import { isControlValue } from './guard-control';
import { isFrame } from './guard-figure';
import { isName } from './guard-text';
import { isCellError, isMemoryReport, isOutput, isProgress } from './guard-output';
import { isMutation, isVariableReport } from './guard-variable';
import { LIMITS } from './limits';
import type {
  Connect,
  FrameToPage,
  Hello,
  Outcome,
  PageToFrame,
  PageToWorker,
  RuntimeReport,
  WorkerToPage,
} from './messages';

/*
 * The tests that every message passes before anything reads it, in both directions: its structure,
 * its sizes, the lengths of its arrays against its shapes. Fields that the protocol does not have are let
 * through and read by nobody. None of these throws, whatever it is given.
 */

const sentence = text(10_000);
const device = oneOf<Device>(...DEVICES);
const choice = oneOf<DeviceChoice>('auto', ...DEVICES);

const isDeviceReport = shape<DeviceReport>({ device, available: isBoolean, detail: sentence });
const isStepTime = shape<StepTime>({
  device,
  ms: isFiniteNumber,
  outcome: oneOf<StepOutcome>(...STEP_OUTCOMES),
});
const times = listOf(isStepTime, DEVICES.length);
const isDeviceStatus = shape<DeviceStatus>({
  device,
  reason: sentence,
  fellBack: isBoolean,
  measured: optional(
    shape<NonNullable<DeviceStatus['measured']>>({ words: sentence, times }),
  ) as Check<DeviceStatus['measured']>,
});
const reports = listOf(isDeviceReport, 16);

const isKnown = shape<ModelTimes>({
  model: text(LIMITS.name),
  machine: text(LIMITS.name),
  times,
  trying: either(isNull, device),
  trained: isFiniteNumber,
  spent: isFiniteNumber,
});

/** Also of what a browser gives back from an earlier visit. */
export const isModelTimes: Check<ModelTimes> = whole(isKnown, 100);

const isReport = shape<RuntimeReport>({
  version: isCount,
  tfjs: text(100),
  isolated: isBoolean,
  devices: reports,
});

const ended = {
  ms: isFiniteNumber,
  device,
  memory: isMemoryReport,
  mutations: listOf(isMutation, LIMITS.mutations),
};

const isOutcome = variants<Outcome>()('status', {
  done: ended,
  error: { ...ended, error: isCellError },
  stopped: ended,
});

/** First the size of the whole, so that the tests inside may recurse; then a throwing getter or proxy is a no. */
function whole<T>(check: Check<T>, nodes: number): Check<T> {
  return (value): value is T => {
    try {
      return isBounded(value, nodes) && check(value);
    } catch {
      return false;
    }
  };
}

const SMALL = 2_000;

export const isHello: Check<Hello> = whole(
  shape<Hello>({ layerwise: isCount, type: oneOf('hello') }),
  SMALL,
);

export const isConnect: Check<Connect> = whole(
  shape<Connect>({ layerwise: isCount, type: oneOf('connect') }),
  SMALL,
);

export const isPageToFrame: Check<PageToFrame> = whole(
  variants<PageToFrame>()('type', {
    start: { worker: isCount },
    interrupt: { worker: isCount, run: isCount },
    terminate: { worker: isCount },
    ping: { id: isCount },
  }),
  SMALL,
);

export const isFrameToPage: Check<FrameToPage> = whole(
  variants<FrameToPage>()('type', {
    started: { worker: isCount, address: oneOf('url', 'data', 'blob'), sharedMemory: isBoolean },
    failed: { worker: isCount, message: sentence },
    pong: { id: isCount },
  }),
  SMALL,
);

export const isPageToWorker: Check<PageToWorker> = whole(
  variants<PageToWorker>()('type', {
    run: {
      run: isCount,
      cell: isName,
      code: text(LIMITS.code),
      inputs: recordOf(isName, 1_000, LIMITS.name),
      seed: isCount,
      controls: recordOf(isControlValue, LIMITS.controlsKept, LIMITS.name),
      from: either(isNull, isFiniteNumber),
    },
    check: { run: isCount, ...CHECK_PARTS },
    control: { cell: isName, key: isName, value: isControlValue },
    inspect: {},
    forget: { cell: isName },
    device: { choice },
    remembered: { models: listOf(isKnown, LIMITS.modelsRemembered) },
  }),
  LIMITS.messageNodes,
);

export const isWorkerToPage: Check<WorkerToPage> = whole(
  variants<WorkerToPage>()('type', {
    ready: { report: isReport, device: isDeviceStatus },
    device: { device: isDeviceStatus, devices: reports },
    learned: { model: isKnown },
    started: { run: isCount },
    outputs: { run: isCount, outputs: listOf(isOutput, LIMITS.messageItems) },
    frames: { run: isCount, frames: listOf(isFrame, LIMITS.messageItems) },
    progress: { run: isCount, progress: either(isNull, isProgress) },
    states: {
      run: isCount,
      steps: listOf(isFiniteNumber, LIMITS.framesKept),
      stepName: isName,
      from: either(isNull, isFiniteNumber),
    },
    finished: { run: isCount, outcome: isOutcome },
    variables: { variables: listOf(isVariableReport, LIMITS.variables) },
    tested: { run: isCount, tested: isTested },
    checked: { run: isCount, checked: isChecked },
    lost: { device, message: sentence },
  }),
  LIMITS.messageNodes,
);
