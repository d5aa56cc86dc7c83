/** Recordings that nobody asked for at certain steps are at least so far apart: about thirty in a second. */
const BETWEEN_MS = 33;
/** And so many times as far as the last one took, so that most of the time is left to training. */
const TIMES_ITS_COST = 2;

/** Says when the next recording is due by the clock. */
export class RecordingPace {
  #next = -Infinity;

  /** @param now milliseconds */
  constructor(private readonly now: () => number) {}

  isDue(): boolean {
    return this.now() >= this.#next;
  }

  async time(record: () => Promise<void>): Promise<void> {
    const start = this.now();
    await record();
    const end = this.now();
    this.#next = Math.max(start + BETWEEN_MS, end + TIMES_ITS_COST * (end - start));
  }
}
