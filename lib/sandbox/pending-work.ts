/** What a run waits for before it is over. */
export type PendingWork = {
  add(work: Promise<unknown>): void;
  /** How much has not settled yet, or has failed. */
  size(): number;
  /** Resolves when all has settled, and what that has added; rejects when some of it did. */
  settle(): Promise<void>;
};

export function createPendingWork(): PendingWork {
  const waiting = new Set<Promise<unknown>>();
  return {
    /** A long training waits for one thing after another: what has settled is let go of. */
    add(work) {
      const settled: Promise<unknown> = work.then(() => waiting.delete(settled));
      // Seen by `settle`; until then its failure must not count as unhandled.
      settled.catch(() => {});
      waiting.add(settled);
    },
    size: () => waiting.size,
    async settle() {
      // What is waited for may wait for more.
      while (waiting.size > 0) {
        const settling = [...waiting];
        waiting.clear();
        await Promise.all(settling);
      }
    },
  };
}
