type Kept = { code: string; changed: number };

const MOST = 50;
/** Of these, the newest, none is left out. */
const RECENT = 25;

/**
 * The places of versions (in order of time) to do without: each that repeats the one before it, and, while there are
 * more than 50, the one of the older half that lies closest after another. What is long ago is kept in larger steps.
 */
export function surplus(versions: readonly Kept[]): number[] {
  const left = versions
    .map(({ code, changed }, at) => ({ code, changed, at }))
    .filter(({ code, at }) => code !== versions[at - 1]?.code);
  while (left.length > MOST) left.splice(mostCrowded(left), 1);
  const kept = new Set(left.map(({ at }) => at));
  return [...versions.keys()].filter((at) => !kept.has(at));
}

/** The very first stays: it is what the reader began with. */
function mostCrowded(versions: readonly Kept[]): number {
  let best = 1;
  for (let at = 2; at < versions.length - RECENT; at++) {
    if (gapBefore(versions, at) < gapBefore(versions, best)) best = at;
  }
  return best;
}

const gapBefore = (versions: readonly Kept[], at: number) =>
  (versions[at]?.changed ?? 0) - (versions[at - 1]?.changed ?? 0);
