import type * as NotebookModule from '@/lib/notebook';
import type { SandboxPlace } from './address';
import type { TextStore } from './device-memory';
import { connectFrame, pageIsVisible } from './frame';
import { loadNotebook } from './load-notebook';
import { asPortLike, type Connection, type PortLike } from './port';

/** What the kernel uses of `lib/notebook`: what a cell declares and reads, and what must run before what. */
export type Notebook = Pick<
  typeof NotebookModule,
  'analyze' | 'resolve' | 'plan' | 'planAll' | 'ancestors' | 'descendants'
>;

export type Timer = unknown;

/** The world outside, injectable. */
export type Effects = {
  /** Puts the frame on the page. `refuse` gets a sentence when the frame can't be used. */
  connect(place: SandboxPlace, refuse: (reason: string) => void): Connection;
  /** A port for the page, and the one that is transferred to the worker. */
  createChannel(): [PortLike, PortLike];
  /** Milliseconds from some start. */
  now(): number;
  setTimeout(callback: () => void, ms: number): Timer;
  clearTimeout(timer: Timer): void;
  /** Heavy (two parsers), so it is asked for at the first run. `codes`: what it will be asked about first. */
  loadNotebook(codes: readonly string[]): Promise<Notebook>;
  /** A hidden page's timers are unreliable, so silence counts only on a visible one. */
  isVisible(): boolean;
  /** Keeps what was measured of devices from one visit to the next. */
  deviceStore: TextStore;
};

const DEVICES_KEY = 'layerwise:devices';

export const defaultEffects: Effects = {
  connect: connectFrame,
  createChannel() {
    const { port1, port2 } = new MessageChannel();
    return [asPortLike(port1), asPortLike(port2)];
  },
  now: () => performance.now(),
  setTimeout: (callback, ms) => setTimeout(callback, ms),
  clearTimeout: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  loadNotebook,
  isVisible: pageIsVisible,
  deviceStore: {
    read: () => localStorage.getItem(DEVICES_KEY),
    write(text) {
      try {
        localStorage.setItem(DEVICES_KEY, text);
      } catch {
        // Full, or not allowed: the next visit measures anew.
      }
    },
  },
};
