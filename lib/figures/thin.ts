/**
 * At most `cap` of the frames: the first, the last, and between them an even spread by step.
 * Frames already thinned thin again to much the same ones, so memory stays bounded while a
 * history grows. Returns the same array where nothing is to be left out.
 *
 * @param cap at least 2
 */
export function thin<F extends { step: number }>(frames: readonly F[], cap: number): readonly F[] {
  const first = frames[0];
  const last = frames[frames.length - 1];
  if (frames.length <= Math.max(2, cap) || !first || !last) return frames;
  const chosen = new Set<number>([0, frames.length - 1]);
  const span = last.step - first.step;
  let next = 1;
  for (let i = 1; i < cap - 1; i++) {
    const target = first.step + (span * i) / (cap - 1);
    next = nearestFrom(frames, next, target);
    // Each slot takes a frame of its own, and leaves enough frames for the slots after it.
    next = Math.min(next, frames.length - 1 - (cap - 1 - i));
    chosen.add(next++);
  }
  return frames.filter((_, index) => chosen.has(index));
}

function nearestFrom(frames: readonly { step: number }[], from: number, target: number): number {
  let best = from;
  while (
    best + 1 < frames.length &&
    distance(frames, best + 1, target) <= distance(frames, best, target)
  ) {
    best++;
  }
  return best;
}

const distance = (frames: readonly { step: number }[], index: number, target: number) =>
  Math.abs((frames[index]?.step ?? Infinity) - target);
