type Kept = { step: number; state: { bytes: number } };

/**
 * As many as fit: the last always, then the first, and an even spread between. Each round leaves out the one whose
 * neighbours are closest together, so that states may come one by one.
 */
export function thinStates<K extends Kept>(
  states: readonly K[],
  most: { count: number; bytes: number },
): K[] {
  const kept = [...states];
  let bytes = kept.reduce((sum, { state }) => sum + state.bytes, 0);
  while (kept.length > 1 && (kept.length > most.count || bytes > most.bytes)) {
    const [out] = kept.splice(mostCrowded(kept), 1);
    bytes -= out?.state.bytes ?? 0;
  }
  return kept;
}

function mostCrowded(states: readonly Kept[]): number {
  let best = 0;
  let smallest = Infinity;
  for (let i = 1; i < states.length - 1; i++) {
    const gap = states[i + 1]!.step - states[i - 1]!.step;
    if (gap < smallest) [best, smallest] = [i, gap];
  }
  return best;
}
