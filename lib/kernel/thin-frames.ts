type Stepped = { readonly step: number };

/**
 * At most `cap` (at least 2) of the frames, in order of step: the first, the last, and an even spread between.
 * Each round leaves out the frame whose neighbours are closest together, so that frames may come one by one
 * and no gap ever grows to much more than twice another.
 */
export function thinFrames<F extends Stepped>(frames: readonly F[], cap: number): readonly F[] {
  if (frames.length <= cap) return frames;
  const kept = [...frames];
  while (kept.length > Math.max(2, cap)) kept.splice(mostCrowded(kept), 1);
  return kept;
}

/** The index of the inner frame that leaves the smallest gap; the first of several. */
function mostCrowded(frames: readonly Stepped[]): number {
  let best = 1;
  let smallest = Infinity;
  for (let i = 1; i < frames.length - 1; i++) {
    const gap = stepAt(frames, i + 1) - stepAt(frames, i - 1);
    if (gap < smallest) {
      smallest = gap;
      best = i;
    }
  }
  return best;
}

const stepAt = (frames: readonly Stepped[], index: number) => frames[index]?.step ?? 0;

/** With `frame` in its place by step; one of the same step is replaced. */
export function insertFrame<F extends Stepped>(frames: readonly F[], frame: F): readonly F[] {
  const last = frames.at(-1);
  if (last === undefined || last.step < frame.step) return [...frames, frame];
  const at = frames.findIndex((other) => other.step >= frame.step);
  const same = frames[at]?.step === frame.step;
  return [...frames.slice(0, at), frame, ...frames.slice(at + (same ? 1 : 0))];
}
