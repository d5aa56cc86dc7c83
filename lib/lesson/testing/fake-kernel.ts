import type { CellSnapshot, CellSpec, Kernel, KernelSnapshot } from '@/lib/kernel/state';
import { initialSnapshot, withCells } from '../initial-snapshot';

/** Records what it is asked, and keeps code as a kernel does; runs nothing by itself. */
export function fakeKernel(specs: readonly CellSpec[]) {
  const calls: string[] = [];
  const listeners = new Set<() => void>();
  let snapshot: KernelSnapshot = initialSnapshot(specs);
  const change = (id: string, fields: Partial<CellSnapshot>) => {
    snapshot = withCells(snapshot, [id], fields);
    listeners.forEach((listener) => listener());
  };
  const record =
    (name: string) =>
    (...details: unknown[]) =>
      void calls.push([name, ...details].join(' '));
  const kernel: Kernel = {
    subscribe: (listener) => (listeners.add(listener), () => listeners.delete(listener)),
    getSnapshot: () => snapshot,
    run: record('run'),
    runAll: record('run all'),
    runTo: record('run to'),
    runStale: record('run stale'),
    trainOn: record('train on'),
    trainFrom: record('train from'),
    stop: record('stop'),
    restart: record('restart'),
    edit(id, code) {
      calls.push(`edit ${id} ${code}`);
      change(id, { code });
    },
    reset(id) {
      calls.push(`reset ${id}`);
      change(id, { code: snapshot.cells[id]!.original });
    },
    setControl(id, key, value) {
      change(id, { controls: { ...snapshot.cells[id]?.controls, [key]: value } });
    },
    setAutomatic: record('automatic'),
    watchVariables: record('watch variables'),
    restore(id, keepsake, from) {
      calls.push(`restore ${id}`);
      const code = snapshot.cells[id]?.code ?? '';
      change(id, { ...keepsake, code, restored: from, state: 'stale' });
    },
    insert: (spec, at) => record('insert')(spec.id, at),
    remove: record('remove'),
    move: record('move'),
    rename: record('rename'),
    setOriginal: record('original'),
    chooseDevice: record('device'),
    prepare: record('prepare'),
    warm: record('warm'),
    dispose: record('dispose'),
  };
  return { kernel, calls, change };
}
