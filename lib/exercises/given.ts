import type { GivenRegion } from './exercise';

/** Lines of the reader's code, 1-based and inclusive; null where a region is missing altogether. */
export type ChangedLines = { from: number; to: number } | null;

const OPENS = /^\s*\/\/\s*given\s*$/;
const CLOSES = /^\s*\/\/\s*end given\s*$/;

/** A region as it stands in the reader's code: 0-based lines `from` to `to`, exclusive; `whole`: as it was given. */
type Place = { from: number; to: number; whole: boolean } | null;

/** The given regions that the code does not have as they were, in order; empty when all is well. */
export function changedGiven(
  starter: string,
  given: readonly GivenRegion[],
  code: string,
): ChangedLines[] {
  const lines = code.split('\n');
  const regions = textsOf(starter, given);
  return places(lines, regions).flatMap((place, at) =>
    place?.whole ? [] : [place && differing(lines, place, regions[at]!)],
  );
}

/** The code with every given region as it was; what else the reader wrote stays. */
export function withGiven(starter: string, given: readonly GivenRegion[], code: string): string {
  const lines = code.split('\n');
  const original = starter.split('\n');
  const regions = textsOf(starter, given);
  // From the last to the first, so that the places of those before stay what they are.
  const found = places(lines, regions);
  for (let at = regions.length - 1; at >= 0; at--) {
    const region = regions[at]!;
    const place = found[at];
    if (place?.whole) continue;
    if (place) lines.splice(place.from, place.to - place.from, ...region);
    else lines.splice(placeFor(lines, original, given[at]!, endBefore(found, at)), 0, ...region);
  }
  return lines.join('\n');
}

const textsOf = (starter: string, given: readonly GivenRegion[]) =>
  given.map(({ from, to }) => starter.split('\n').slice(from - 1, to));

function places(lines: readonly string[], regions: readonly (readonly string[])[]): Place[] {
  let from = 0;
  return regions.map((region, at) => {
    const exact = indexOfLines(lines, region, from);
    const place =
      exact >= 0
        ? { from: exact, to: exact + region.length, whole: true }
        : markedPlace(lines, from, regions.slice(at + 1));
    if (place !== null) from = place.to;
    return place;
  });
}

/** The next lines between marks, unless they are one of the regions that are still to come. */
function markedPlace(
  lines: readonly string[],
  start: number,
  later: readonly (readonly string[])[],
): Place {
  const from = lines.findIndex((line, at) => at >= start && OPENS.test(line));
  if (from < 0) return null;
  if (later.some((region) => indexOfLines(lines, region, from) === from)) return null;
  const next = lines.findIndex((line, at) => at > from && (CLOSES.test(line) || OPENS.test(line)));
  const closed = next >= 0 && CLOSES.test(lines[next]!);
  return { from, to: closed ? next + 1 : from + 1, whole: false };
}

function indexOfLines(lines: readonly string[], part: readonly string[], start: number): number {
  for (let at = start; at + part.length <= lines.length; at++) {
    if (part.every((line, i) => same(line, lines[at + i]!))) return at;
  }
  return -1;
}

/** Spaces at the end of a line are nobody's intention. */
const same = (a: string, b: string) => a.trimEnd() === b.trimEnd();

/** Of a region that was changed, the lines that are not as they were; at least one. */
function differing(
  lines: readonly string[],
  { from, to }: NonNullable<Place>,
  region: readonly string[],
): { from: number; to: number } {
  const most = Math.min(region.length, to - from);
  let head = 0;
  while (head < most && same(lines[from + head]!, region[head]!)) head++;
  let tail = 0;
  while (tail < most - head && same(lines[to - 1 - tail]!, region[region.length - 1 - tail]!)) {
    tail++;
  }
  const first = Math.min(from + head + 1, to);
  return { from: first, to: Math.max(first, to - tail) };
}

function endBefore(found: readonly Place[], at: number): number {
  return found.slice(0, at).findLast((place) => place !== null)?.to ?? 0;
}

/** After the nearest line before the region that the code still has, once and not before `least`. */
function placeFor(
  lines: readonly string[],
  original: readonly string[],
  region: GivenRegion,
  least: number,
): number {
  for (let at = region.from - 2; at >= 0; at--) {
    const line = original[at]!;
    if (line.trim() === '') continue;
    const first = lines.findIndex((other, i) => i >= least && same(other, line));
    if (first >= 0 && lines.findLastIndex((other) => same(other, line)) === first) return first + 1;
  }
  return least;
}
