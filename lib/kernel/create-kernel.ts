import type { SandboxPlace } from './address';
import { Conductor } from './conductor';
import { defaultEffects, type Effects } from './effects';
import type { CellSpec, Kernel } from './state';

export type KernelOptions = {
  cells: readonly CellSpec[];
  /** The lesson's; the runs of each cell have their own, made of it. */
  seed: number;
  place: SandboxPlace;
  effects?: Partial<Effects>;
};

/**
 * The page's side of the sandbox. Nothing is put on the page or loaded before the first `run`, `runAll`, `restart`
 * or `warm`. The methods need no `this`.
 *
 * `run`, `edit` and `reset` throw for a cell that the lesson does not have.
 */
export function createKernel({ cells, seed, place, effects }: KernelOptions): Kernel {
  const conductor = new Conductor(cells, seed, place, { ...defaultEffects, ...effects });
  return {
    subscribe: (listener) => conductor.publisher.subscribe(listener),
    getSnapshot: () => conductor.getSnapshot(),
    run: (id) => conductor.run(id),
    runAll: () => conductor.runAll(),
    stop: () => conductor.stop(),
    restart: () => conductor.restart(),
    edit: (cell, code) => conductor.dispatch({ type: 'edit', cell, code }),
    reset: (id) => conductor.reset(id),
    chooseDevice: (choice) => conductor.dispatch({ type: 'choose', choice }),
    prepare: () => conductor.prepare(),
    warm: () => conductor.warm(),
    dispose: () => conductor.dispose(),
  };
}
