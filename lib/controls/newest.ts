/** Passes values on, not each of them, and always the last. */
export type Sender<T> = {
  send(value: T): void;
  /** Passes on at once what still waits. */
  flush(): void;
};

export type Clock = {
  now(): number;
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
};

const CLOCK: Clock = {
  now: () => performance.now(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};

/** At most once in `every` ms: the first value at once, then the newest when the time is over. */
export function atMostEvery<T>(every: number, pass: (value: T) => void, clock = CLOCK): Sender<T> {
  let last = -Infinity;
  return waiting(pass, clock, () => Math.max(0, last + every - clock.now()), {
    keepTimer: true,
    onPass: () => (last = clock.now()),
  });
}

/** Once no other value has come for `after` ms. */
export function afterPause<T>(after: number, pass: (value: T) => void, clock = CLOCK): Sender<T> {
  return waiting(pass, clock, () => after, { keepTimer: false, onPass: () => undefined });
}

type Habits = { keepTimer: boolean; onPass(): void };

function waiting<T>(
  pass: (value: T) => void,
  clock: Clock,
  delay: () => number,
  { keepTimer, onPass }: Habits,
): Sender<T> {
  let held: { value: T } | null = null;
  let timer: unknown = null;

  function stop() {
    if (timer !== null) clock.clearTimeout(timer);
    timer = null;
  }

  function flush() {
    stop();
    if (held === null) return;
    const { value } = held;
    held = null;
    onPass();
    pass(value);
  }

  function send(value: T) {
    held = { value };
    const ms = delay();
    if (ms <= 0) return flush();
    if (!keepTimer) stop();
    timer ??= clock.setTimeout(flush, ms);
  }

  return { send, flush };
}
