import type { Effects, Timer } from './effects';

/** How long a run may take to stop by itself. */
const GRACE_MS = 500;

/** Runs from Stop to the end of the run, or of the page's patience with it. */
export class StopGrace {
  private timer: Timer | null = null;

  constructor(private readonly effects: Pick<Effects, 'setTimeout' | 'clearTimeout'>) {}

  get isRunning(): boolean {
    return this.timer !== null;
  }

  begin(giveUp: () => void): void {
    this.timer = this.effects.setTimeout(giveUp, GRACE_MS);
  }

  end(): void {
    if (this.timer !== null) this.effects.clearTimeout(this.timer);
    this.timer = null;
  }
}
