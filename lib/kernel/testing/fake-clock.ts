import type { Effects } from '../effects';

/** A clock that stands still until it is told to go on. */
export class FakeClock implements Pick<Effects, 'now' | 'setTimeout' | 'clearTimeout'> {
  private time = 0;
  private timers: { at: number; id: number; callback: () => void }[] = [];
  private lastId = 0;

  readonly now = () => this.time;

  readonly setTimeout = (callback: () => void, ms: number) => {
    this.timers.push({ at: this.time + ms, id: ++this.lastId, callback });
    return this.lastId;
  };

  readonly clearTimeout = (timer: unknown) => {
    this.timers = this.timers.filter(({ id }) => id !== timer);
  };

  get pending(): number {
    return this.timers.length;
  }

  advance(ms: number): void {
    const end = this.time + ms;
    for (;;) {
      const [next] = this.timers.sort((a, b) => a.at - b.at || a.id - b.id);
      if (next === undefined || next.at > end) break;
      this.clearTimeout(next.id);
      this.time = next.at;
      next.callback();
    }
    this.time = end;
  }
}
