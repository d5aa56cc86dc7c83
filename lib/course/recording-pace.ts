/** Says by the clock when something that takes time from training is due again. */
export class RecordingPace {
  #next = -Infinity;

  /**
   * @param now milliseconds
   * @param between the least time from one to the next, in milliseconds
   * @param timesItsCost the least pause after one, in times of how long it took: with 2, two thirds of the time are left
   */
  constructor(
    private readonly now: () => number,
    private readonly between: number,
    private readonly timesItsCost: number,
  ) {}

  isDue(): boolean {
    return this.now() >= this.#next;
  }

  async time(work: () => Promise<void>): Promise<void> {
    const start = this.now();
    await work();
    const end = this.now();
    this.#next = Math.max(start + this.between, end + this.timesItsCost * (end - start));
  }
}
