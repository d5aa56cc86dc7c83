import type { Effects, Timer } from './effects';

/** About once an animation frame, however fast a worker sends. */
const SOON_MS = 16;

/** Tells listeners that there is a new snapshot; what may wait is gathered up. */
export class Publisher {
  private readonly listeners = new Set<() => void>();
  private timer: Timer | null = null;

  constructor(private readonly effects: Pick<Effects, 'setTimeout' | 'clearTimeout'>) {}

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  publish(when: 'now' | 'soon'): void {
    if (when === 'now') this.tell();
    else this.timer ??= this.effects.setTimeout(() => this.tell(), SOON_MS);
  }

  dispose(): void {
    this.cancel();
    this.listeners.clear();
  }

  private tell(): void {
    this.cancel();
    for (const listener of [...this.listeners]) listener();
  }

  private cancel(): void {
    if (this.timer !== null) this.effects.clearTimeout(this.timer);
    this.timer = null;
  }
}
