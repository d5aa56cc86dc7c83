import type { SandboxPlace } from './address';
import { askFor, askForAll, askForAllTo, askForBranch, askForMore, askForStale } from './asks';
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
 * The page's side of the sandbox. Nothing is put on the page or loaded before something is run, `restart` or `warm`.
 * The methods need no `this`.
 *
 * What runs a cell, `edit` and `reset` throw for a cell that the page does not have; the others leave such a one be.
 */
export function createKernel({ cells, seed, place, effects }: KernelOptions): Kernel {
  const conductor = new Conductor(cells, seed, place, { ...defaultEffects, ...effects });
  return {
    subscribe: (listener) => conductor.publisher.subscribe(listener),
    getSnapshot: () => conductor.getSnapshot(),
    run: (id) => conductor.press((state) => askFor(state, id)),
    runAll: () => conductor.press(askForAll),
    runTo: (id) => conductor.press((state) => askForAllTo(state, id)),
    runStale: () => conductor.press(askForStale),
    trainOn: (id) => conductor.press((state) => askForMore(state, id)),
    trainFrom: (id, step) => conductor.press((state) => askForBranch(state, id, step)),
    stop: () => conductor.stop(),
    restart: () => conductor.restart(),
    edit: (cell, code) => conductor.dispatch({ type: 'edit', cell, code }),
    reset: (id) => conductor.reset(id),
    setControl: (cell, key, value) => conductor.setControl(cell, key, value),
    setAutomatic: (cell, automatic) => conductor.dispatch({ type: 'automatic', cell, automatic }),
    watchVariables: (on) => conductor.watchVariables(on),
    restore: (cell, keepsake, from) =>
      conductor.dispatch({ type: 'restore', cell, keepsake, from }),
    insert: (spec, at) => conductor.dispatch({ type: 'insert', spec, at }),
    remove: (id) => conductor.remove(id),
    move: (cell, to) => conductor.dispatch({ type: 'move', cell, to }),
    rename: (cell, title) => conductor.dispatch({ type: 'rename', cell, title }),
    setOriginal: (cell, original) => conductor.dispatch({ type: 'original', cell, original }),
    chooseDevice: (choice) => conductor.dispatch({ type: 'choose', choice }),
    prepare: () => conductor.prepare(),
    warm: () => conductor.warm(),
    dispose: () => conductor.dispose(),
  };
}
