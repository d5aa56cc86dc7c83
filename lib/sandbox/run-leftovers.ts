/** What a run may leave in the worker besides its variables: timers, and names on the global object. */
export type RunLeftovers = {
  /** Ends the former run's timers, so that nothing of it speaks in the next one. */
  begin(): void;
  /** Takes away the global names that the run made: a cell gives names by declaring them. */
  end(): void;
};

type Scope = typeof globalThis;

/** Wraps the scope's timers, and keeps its present names. Call it before reader code runs. */
export function trackLeftovers(scope: Scope = globalThis): RunLeftovers {
  const timers = wrapTimers(scope);
  let names = new Set<string | symbol>();
  return {
    begin() {
      timers.clear();
      names = new Set(Reflect.ownKeys(scope));
    },
    end() {
      for (const name of Reflect.ownKeys(scope)) {
        if (!names.has(name)) Reflect.deleteProperty(scope, name);
      }
    },
  };
}

function wrapTimers(scope: Scope): { clear(): void } {
  const { setTimeout, setInterval, clearTimeout } = scope;
  const live = new Set<number>();
  const keep = (start: typeof setTimeout | typeof setInterval) =>
    function (handler: TimerHandler, ms?: number, ...rest: unknown[]): number {
      const id = Number(Reflect.apply(start, scope, [handler, ms, ...rest]));
      live.add(id);
      return id;
    };
  const replace = (name: string, value: unknown) =>
    Object.defineProperty(scope, name, {
      value,
      writable: true,
      configurable: true,
      enumerable: true,
    });
  replace('setTimeout', keep(setTimeout));
  replace('setInterval', keep(setInterval));
  return {
    clear() {
      // Timeouts and intervals share one list of numbers.
      for (const id of live) Reflect.apply(clearTimeout, scope, [id]);
      live.clear();
    },
  };
}
