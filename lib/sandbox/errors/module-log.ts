import type { CellId, RunId } from '@/lib/protocol';
import type { Locate } from '../compile';

/** A cell's module as it was evaluated: what it takes to read the stack of an error that comes after its run. */
export type EvaluatedModule = { url: string; cell: CellId; run: RunId; locate: Locate };

/** The modules evaluated last, so that an error from a timer or a forgotten promise can still be told in its cell. */
export type ModuleLog = {
  add(module: EvaluatedModule): void;
  /** The module whose frame lies innermost in the stack; undefined when none of those kept is in it. */
  find(stack: string): EvaluatedModule | undefined;
};

/** A lesson has fewer cells; a cell run again and again pushes out its own former modules. */
const KEPT = 50;

export function createModuleLog(kept = KEPT): ModuleLog {
  const modules = new Map<string, EvaluatedModule>();
  return {
    add(module) {
      modules.delete(module.url);
      modules.set(module.url, module);
      const [oldest] = modules.keys();
      if (modules.size > kept && oldest !== undefined) modules.delete(oldest);
    },
    find(stack) {
      let found: EvaluatedModule | undefined;
      let innermost = Infinity;
      for (const module of modules.values()) {
        const at = stack.indexOf(`${module.url}:`);
        if (at === -1 || at >= innermost) continue;
        [found, innermost] = [module, at];
      }
      return found;
    },
  };
}
