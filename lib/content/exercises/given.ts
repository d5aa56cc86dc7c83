import type { GivenRegion } from '@/lib/exercises/exercise';
import { ContentError } from '../content-error';
import type { Fence } from './parts';

const OPENS = /^\s*\/\/ *given\s*$/;
const CLOSES = /^\s*\/\/ *end given\s*$/;

const problem = (fence: Fence, line: number, reason: string) =>
  new ContentError(fence.file, { line: fence.line + line }, reason);

/** The regions of a fence that may not be edited. Throws `ContentError` where marks are not in pairs. */
export function givenRegions(fence: Fence): GivenRegion[] {
  const regions: GivenRegion[] = [];
  let from = 0;
  for (const [index, text] of fence.code.split('\n').entries()) {
    const line = index + 1;
    if (OPENS.test(text)) {
      if (from)
        throw problem(
          fence,
          line,
          `"// given" stands inside the given region of line ${fence.line + from}. Close that with "// end given" first.`,
        );
      from = line;
    } else if (CLOSES.test(text)) {
      if (!from)
        throw problem(
          fence,
          line,
          '"// end given" closes nothing. Write "// given" before the lines that may not be edited.',
        );
      regions.push({ from, to: line });
      from = 0;
    }
  }
  if (from)
    throw problem(
      fence,
      from,
      '"// given" is never closed. Write "// end given" after the lines that may not be edited.',
    );
  return regions;
}

/** Throws `ContentError` when another fence does not have the starter's given regions as they are. */
export function checkGiven(starter: Fence, other: Fence): void {
  const asked = givenRegions(starter);
  const found = givenRegions(other);
  if (asked.length !== found.length) {
    const reason = `the starter has ${count(asked.length)} and ${other.name} has ${found.length}. Copy them from the starter, with their marks.`;
    throw new ContentError(other.file, { line: other.line }, reason);
  }
  for (const [at, region] of asked.entries()) {
    const want = linesOf(starter, region);
    const have = linesOf(other, found[at]!);
    const length = Math.max(want.length, have.length);
    for (let line = 0; line < length; line += 1) {
      if (want[line] === have[line]) continue;
      throw problem(
        other,
        Math.min(found[at]!.from + line, found[at]!.to),
        `the given region differs from the starter's, where line ${starter.line + region.from + line} is \`${(want[line] ?? '').trim()}\`. Make both the same.`,
      );
    }
  }
}

const count = (regions: number) => `${regions} given ${regions === 1 ? 'region' : 'regions'}`;

const linesOf = ({ code }: Fence, { from, to }: GivenRegion) =>
  code.split('\n').slice(from - 1, to);
