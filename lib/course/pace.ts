/** Lets waiting messages in, a Stop or a control's new value, while code goes on without ever waiting for anything. */
export type Pace = {
  /** Whether it is time. Cheap: asked after every batch and in every round of a loop that awaits. */
  due(): boolean;
  /** Settles once what waited has been let in. */
  turn(): Promise<void>;
};

/** A person who moves a control sees it work within two or three of these; and a turn costs far less than one. */
const EVERY_MS = 50;

/**
 * A turn is a message to oneself, which comes after those that wait already: a promise alone lets none in, and a timer
 * waits for longer than it has to. Make it before reader code runs, which may replace what it is made of.
 */
export function createPace(now: () => number = performance.now.bind(performance)): Pace & {
  /** For tests: an open port keeps Node alive. */
  close(): void;
} {
  const { port1, port2 } = new MessageChannel();
  const post = port2.postMessage.bind(port2);
  let last = now();
  let waiting: (() => void)[] = [];
  port1.onmessage = () => {
    const passed = waiting;
    waiting = [];
    last = now();
    for (const pass of passed) pass();
  };
  return {
    due: () => now() - last >= EVERY_MS,
    turn: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        post(null);
      }),
    close: () => port1.close(),
  };
}
