/** The index of the last frame at or before `step`, else the first; -1 where there are none. Frames are in order of step. */
export function frameAt(frames: readonly { step: number }[], step: number): number {
  let low = 0;
  let high = frames.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((frames[middle]?.step ?? Infinity) <= step) low = middle;
    else high = middle - 1;
  }
  return frames.length === 0 ? -1 : low;
}
