import { readFile } from 'node:fs/promises';
import type {
  Control,
  ControlValue,
  FigureKind,
  Frame,
  FrameData,
  Output,
  Progress,
} from '@/lib/protocol';
import type { Host } from '../host';
import { createStates, type States } from '../states/states';

export type FakeHost = Host & {
  states: States;
  /** What was shown, in the order of the calls; settles promised outputs and all work that was waited for. */
  outputs(): Promise<Output[]>;
  sent: Frame[];
  progressed: (Progress | null)[];
  /** The data of every frame of one kind, with its step. */
  framesOf<K extends FigureKind>(kind: K): { step: number; figure: string; data: FrameData[K] }[];
  /** What controls are set to, by label. */
  settings: Map<string, ControlValue>;
  nextRun(): void;
  /** Set to make `checkpoint` throw from its n-th call on. */
  stopAtCheckpoint: number;
  checkpoints: number;
};

/** A host for tests: it keeps everything, and reads `data/` from the repository. */
export function fakeHost(): FakeHost {
  const shown: (Output | Promise<Output>)[] = [];
  const work: Promise<unknown>[] = [];
  let run = 1;
  let figures = 0;
  const host: FakeHost = {
    output: (output) => void shown.push(output),
    frames: (frames) => void host.sent.push(...frames),
    progress: (progress) => void host.progressed.push(progress),
    checkpoint() {
      host.checkpoints += 1;
      if (host.checkpoints >= host.stopAtCheckpoint) throw new Error('Stopped by the reader.');
    },
    states: createStates(),
    pace: { due: () => false, turn: () => Promise.resolve() },
    queue: { isEmpty: true, stepDone: () => null },
    control(draft, name) {
      const control: Control = { ...draft, key: draft.label, name };
      shown.push({ kind: 'control', control });
      return host.settings.get(draft.label) ?? draft.value;
    },
    settings: new Map(),
    async fetchData(path, received) {
      const bytes = await readFile(new URL(`../../../data/${path}`, import.meta.url));
      received?.(bytes.length, bytes.length);
      return bytes.buffer.slice(
        bytes.byteOffset,
        bytes.byteOffset + bytes.byteLength,
      ) as ArrayBuffer;
    },
    figureId: () => `figure-${(figures += 1)}`,
    run: () => run,
    wait: (promise) => void work.push(promise),
    async outputs() {
      await Promise.all(work);
      return Promise.all(shown);
    },
    sent: [],
    progressed: [],
    framesOf: (kind) => host.sent.filter((frame) => frame.kind === kind) as never,
    nextRun() {
      run += 1;
      figures = 0;
    },
    stopAtCheckpoint: Infinity,
    checkpoints: 0,
  };
  return host;
}
