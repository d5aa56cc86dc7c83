import * as tf from '@/lib/course/tf';
import {
  consoleFor,
  createCourse,
  createDeviceQueue,
  createInput,
  createPace,
  createStates,
  installFitDefaults,
  installLabelCheck,
  type Host,
  type Pace,
  type States,
} from '@/lib/course';
import {
  installDeviceChoice,
  installFusedOptimizers,
  installReplay,
  type WasmPaths,
} from '@/lib/devices';
import { PROTOCOL_VERSION, isPageToWorker, type WorkerToPage } from '@/lib/protocol';
import type { FrameToWorker } from './boot';
import type { CheckerParts } from './check-runner';
import { createDeviceKeeper, type DeviceKeeper } from './devices';
import { createModuleLog, explained, lateErrorOutput, type ModuleLog } from './errors';
import { evaluate } from './evaluate';
import { createFetchData, type DataFiles } from './fetch-data';
import { createInterrupt, Interrupted, type Interrupt } from './interrupt';
import { createLiveControls, type LiveControls } from './live-controls';
import { lockDown } from './lockdown';
import { createOutbox, type Outbox } from './outbox';
import { trackLeftovers } from './run-leftovers';
import { createSession, type CheckMessage, type Session } from './session';

/** File names beside this module, put in by the build. */
declare const WASM_FILES: WasmPaths;
declare const DATA_FILES: DataFiles;
/** Of the worker's module itself, whichever way the worker was started. */
const base = new URL('.', import.meta.url);
/** How long the worker is idle before it asks for the graphics devices. */
const SURVEY_AFTER_MS = 400;
/** Not of a run: those end with it. */
const later = setTimeout.bind(globalThis);

self.addEventListener(
  'message',
  (event: MessageEvent<FrameToWorker>) => {
    if (event.data.type !== 'boot') return;
    // Thrown where the frame hears of it, which tells the page at once; a rejection in a worker reaches no one.
    boot(event.data.port, event.data.interrupt).catch((error: unknown) =>
      setTimeout(() => {
        throw error;
      }),
    );
  },
  { once: true },
);

/** V8 keeps 10 frames; the reader's own lie below more of TensorFlow.js's. */
Error.stackTraceLimit = 50;

async function boot(port: MessagePort, shared: SharedArrayBuffer | null): Promise<void> {
  // Kept before reader code runs: it may replace what is on the prototype.
  const post = port.postMessage.bind(port);
  const send = (message: WorkerToPage) => post(message);
  const dataOf = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')?.get;
  const interrupt = createInterrupt(shared);
  self.addEventListener('message', (event: MessageEvent<FrameToWorker>) => {
    if (event.data.type === 'interrupt') interrupt.raise(event.data.run);
  });
  const outbox = createOutbox(send);
  const modules = createModuleLog();
  const devices = createDeviceKeeper(wasmPaths(), {
    onLost(device, message) {
      session.lose(message);
      send({ type: 'lost', device, message });
    },
    onStatus: () => reportDevice(),
    onLearned: (model) => send({ type: 'learned', model }),
    // It has run steps elsewhere, and data that a replay reads may still be there.
    onCameBack: () => replay.doubt(),
    isStopped: interrupt.isStopped,
  });
  const reportDevice = () =>
    send({ type: 'device', device: devices.status(), devices: devices.reports() });
  const leftovers = trackLeftovers();
  const replay = installReplay();
  const controls = createLiveControls(outbox.output);
  const pace = createPace();
  const states = createStates();
  const host = createHost({ outbox, interrupt, controls, pace, states });
  const course = createCourse(host);
  const run = {
    send,
    outbox,
    interrupt,
    leftovers: {
      begin() {
        devices.beginRun();
        replay.doubt();
        leftovers.begin();
      },
      end() {
        leftovers.end();
        devices.endRun();
      },
    },
    controls,
    inputFor: (name: string) => createInput(host, name),
    pace,
    modules,
  };
  const session = createSession({
    ...run,
    states,
    display: (value) => course.display(value),
    device: devices.ranOn,
    async chooseDevice({ choice }) {
      await devices.choose(choice);
      reportDevice();
    },
    survey: devices.survey,
    check: (message) => check(message, run, devices),
    remember: (models) => devices.training.knowledge.models.remember(models),
  });
  installFusedOptimizers();
  installDeviceChoice(devices.training);
  installFitDefaults(host);
  installLabelCheck(host);
  await devices.choose('auto');
  provide(course);
  // A check puts others in their places, for good, before the first line of reader code.
  provide({ tf, console: consoleFor(host) }, { configurable: true });
  lockDown();
  listenForStragglers(outbox, modules);
  port.onmessage = (event: MessageEvent<unknown>) => {
    // Read by the getter as it was: one of the reader's would see the event, and in it the port.
    const message: unknown = dataOf?.call(event);
    if (isPageToWorker(message)) session.receive(message);
  };
  send({ type: 'ready', report: reportOf(devices), device: devices.status() });
  surveyWhenQuiet(session);
}

/** To ask takes a second where graphics are drawn in software, and the cells of a lesson follow each other closely. */
function surveyWhenQuiet(session: Session): void {
  const ask = () => session.survey() || later(ask, SURVEY_AFTER_MS);
  later(ask, SURVEY_AFTER_MS);
}

/** What an answer is checked with is loaded when it is asked for: no lesson needs it. */
async function check(
  message: CheckMessage,
  parts: Omit<CheckerParts, 'evaluate'>,
  devices: DeviceKeeper,
): Promise<void> {
  // Measuring devices takes time that a check has not, and a fixed one gives the same numbers again.
  await devices.choose(devices.status().device);
  const { runCheck } = await import('./check-runner');
  await runCheck(message, { ...parts, evaluate });
}

function wasmPaths(): WasmPaths {
  const entries = Object.entries(WASM_FILES).map(([name, file]) => [
    name,
    new URL(file, base).href,
  ]);
  return Object.fromEntries(entries) as WasmPaths;
}

function reportOf(devices: DeviceKeeper) {
  return {
    version: PROTOCOL_VERSION,
    tfjs: tf.version_core,
    isolated: globalThis.crossOriginIsolated,
    devices: devices.reports(),
  };
}

type HostParts = {
  outbox: Outbox;
  interrupt: Interrupt;
  controls: LiveControls;
  pace: Pace;
  states: States;
};

function createHost({ outbox, interrupt, controls, pace, states }: HostParts): Host {
  const get = globalThis.fetch.bind(globalThis);
  return {
    output: (output) =>
      output instanceof Promise ? outbox.output(output) : explained(output).forEach(outbox.output),
    frames: outbox.frames,
    progress: outbox.progress,
    checkpoint: interrupt.check,
    states,
    pace,
    queue: createDeviceQueue(),
    control: controls.add,
    figureId: outbox.figureId,
    run: outbox.run,
    wait: outbox.wait,
    fetchData: createFetchData(DATA_FILES, (file) => get(new URL(file, base))),
  };
}

/** The names that are simply there in a cell. A cell's own declaration of one shadows it; assigning to one is an error. */
function provide(names: Record<string, unknown>, { configurable = false } = {}): void {
  for (const [name, value] of Object.entries(names)) {
    Object.defineProperty(globalThis, name, {
      value,
      writable: false,
      configurable,
      enumerable: true,
    });
  }
}

/**
 * Errors that come after their run has ended, from timers and promises that nobody awaited. They are shown, with their
 * place, and kept from the frame, which takes an error that reaches it as the worker's death. Stop is no error.
 */
function listenForStragglers(outbox: Outbox, modules: ModuleLog): void {
  const report = (event: Event, error: unknown) => {
    event.preventDefault();
    if (!(error instanceof Interrupted)) outbox.output(lateErrorOutput(error, modules));
  };
  self.addEventListener('unhandledrejection', (event) => report(event, event.reason));
  self.addEventListener('error', (event) => report(event, event.error ?? event.message));
}
