/** What recorded steps are run by; see lib/devices/replay. Addresses are bytes. */
export type ReplayPasses = {
  /** Runs the instructions from `at` up to `end`; lib/devices/replay/opcodes.ts has their codes. */
  replay(at: number, end: number): void;

  /**
   * Copies rows of `bytes` bytes each from `x` to `out`, one after another: those that `count` whole numbers at `indices`
   * name, all of which must be rows of `x`.
   */
  gatherRows(x: number, indices: number, out: number, count: number, bytes: number): void;
};
