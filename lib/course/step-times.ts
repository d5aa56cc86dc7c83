/** So many of the latest steps count: a device may be tried in the first ones, and another be chosen. */
const KEPT = 25;

/** Tells from the latest steps how long the next will take. */
export class StepTimes {
  readonly #latest: number[] = [];

  add(ms: number): void {
    this.#latest.push(ms);
    if (this.#latest.length > KEPT) this.#latest.shift();
  }

  /** The median, which a slow first step does not move; 0 before any. */
  get expected(): number {
    const sorted = [...this.#latest].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  }
}
