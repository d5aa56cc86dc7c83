import * as tf from '@/lib/course/tf';
import {
  candidates,
  DeviceChoice,
  makeCurrent,
  onReaderChoice,
  prepareBackend,
  probeGraphics,
  probeProcessors,
  startBackend,
  type BackendOptions,
  type WasmPaths,
} from '@/lib/devices';
import {
  DEVICES,
  type Device,
  type DeviceReport,
  type DeviceStatus,
  type DeviceChoice as Wanted,
  type ModelTimes,
} from '@/lib/protocol';

export type DeviceKeeper = {
  reports(): DeviceReport[];
  /** What the reader is told: of the last training, or of the device that was chosen. */
  status(): DeviceStatus;
  /** On which device the present run worked; of one that trained, where it trained. */
  ranOn(): DeviceStatus;
  /** Starts the best device that the choice allows, and remembers it. */
  choose(choice: Wanted): Promise<void>;
  /** Asks for the graphics devices, once: asking takes longer than a small cell does, so it waits for a quiet moment. */
  survey(): Promise<void>;
  /** Chooses the device of each training. */
  training: DeviceChoice;
  /** A device that reader code has set is theirs until the run is over. */
  beginRun(): void;
  endRun(): void;
};

export type DeviceEvents = {
  onLost(device: Device, message: string): void;
  onStatus(): void;
  onLearned(model: ModelTimes): void;
  /** A training loop of the reader's is back on the base device. */
  onCameBack(): void;
  isStopped(): boolean;
};

const NONE: DeviceStatus = {
  device: 'cpu',
  reason: 'No device has been started yet.',
  fellBack: false,
};

/**
 * Keeps the device in use, and falls back, with a sentence, when one can't be had. Make it before reader code runs, which
 * may replace timers and clocks.
 */
export function createDeviceKeeper(wasmPaths: WasmPaths, events: DeviceEvents): DeviceKeeper {
  const options = { wasmPaths, onLost: events.onLost };
  let reports = probeProcessors();
  let chosen = NONE;
  let told = NONE;
  let isPinned = false;
  /** Of the present run. */
  let isReaders = false;
  let trained: Device | null = null;
  let graphics: Promise<void> | null = null;

  const survey = () =>
    (graphics ??= probeGraphics().then((found) => {
      reports = [...found, ...reports];
      training.knowledge.surveyed();
      events.onStatus();
    }));

  const training = new DeviceChoice({
    ...clock(),
    isStopped: events.isStopped,
    base: () => chosen.device,
    isPinned: () => isPinned || isReaders,
    reports: () => reports,
    survey,
    prepare: createPrepare(options),
    isExact: keepsFloats,
    cameBack: events.onCameBack,
    learned: events.onLearned,
    trainsOn: (device) => void (trained = device),
    tell(status) {
      told = isPinned ? { ...status, fellBack: chosen.fellBack } : status;
      events.onStatus();
    },
  });

  async function choose(choice: Wanted): Promise<void> {
    if (choice === 'webgpu' || choice === 'webgl') await survey();
    for (const candidate of candidates(choice, reports)) {
      try {
        await startBackend(candidate.device, options);
        chosen = told = candidate;
        isPinned = choice !== 'auto';
        training.knowledge.forgetTold();
        return;
      } catch (error) {
        markUnavailable(candidate.device, error);
      }
    }
    throw new Error('No device could be started, not even plain JavaScript. Reload the page.');
  }

  function markUnavailable(device: Device, error: unknown) {
    const detail = error instanceof Error ? error.message : String(error);
    reports = reports.map((report) =>
      report.device === device ? { ...report, available: false, detail } : report,
    );
  }

  onReaderChoice(() => void (isReaders = true));

  return {
    reports: () => reports,
    status: () => told,
    ranOn: () => ({ ...told, device: (isReaders ? current() : trained) ?? chosen.device }),
    choose,
    survey,
    training,
    beginRun() {
      training.loops.begin();
      isReaders = false;
      trained = null;
    },
    endRun() {
      training.loops.end();
      if (isReaders) trained = current();
      isReaders = false;
      if (current() !== chosen.device) void makeCurrent(chosen.device);
    },
  };
}

/** Two trainings may ask for a device, the second while the first still waits for it: it is started once. */
function createPrepare(options: BackendOptions) {
  const starting = new Map<Device, Promise<void>>();
  return async (device: Device): Promise<void> => {
    if (device !== 'webgl' && device !== 'webgpu') return;
    const known =
      starting.get(device) ??
      prepareBackend(device, options).finally(() => void starting.delete(device));
    starting.set(device, known);
    await known;
  };
}

/** Many phones' WebGL has but 16 bits for a number. */
const keepsFloats = (device: Device) =>
  device !== 'webgl' || tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED');

function current(): Device | null {
  const name = tf.getBackend();
  return DEVICES.find((device) => device === name) ?? null;
}

function clock() {
  const start = globalThis.setTimeout.bind(globalThis);
  return {
    now: performance.now.bind(performance),
    after: (ms: number) => new Promise<void>((resolve) => void start(resolve, ms)),
  };
}
