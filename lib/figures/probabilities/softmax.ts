/**
 * The softmax of logits over a temperature, p_i = e^((z_i - max z) / T) / sum_j e^((z_j - max z) / T). Taking the
 * largest away changes no share and keeps each power between 0 and 1. Labels that are not kept get 0.
 */
export function softmax(
  logits: ArrayLike<number>,
  heat: number,
  kept?: readonly boolean[],
): number[] {
  const powers = powersOf(logits, heat, kept);
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** e^((z_i - max z) / T) for each label; NaN for a logit that is none. */
export function powersOf(
  logits: ArrayLike<number>,
  heat: number,
  kept?: readonly boolean[],
): number[] {
  const all = Array.from(logits);
  const largest = Math.max(...all);
  return all.map((z, i) => (kept && !kept[i] ? 0 : Math.exp((z - largest) / heat)));
}

/** In bits: -sum p log2 p. */
export const entropy = (shares: readonly number[]) =>
  -shares.reduce((sum, p) => sum + (p > 0 ? p * Math.log2(p) : 0), 0);

/**
 * Which labels may be drawn: the k most probable, and of those as few as together reach p (A. Holtzman and others:
 * The curious case of neural text degeneration, 2020). The most probable always may.
 */
export function keptAmong(
  shares: readonly number[],
  { topK, topP }: { topK: number; topP: number },
): boolean[] {
  const kept = new Array<boolean>(shares.length).fill(false);
  let before = 0;
  for (const index of byShare(shares).slice(0, topK)) {
    if (before >= topP - 1e-12) break;
    kept[index] = true;
    before += shares[index] ?? 0;
  }
  return kept;
}

/** Indices from the most probable to the least. */
export const byShare = (shares: readonly number[]) =>
  shares.map((_, index) => index).sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0));
