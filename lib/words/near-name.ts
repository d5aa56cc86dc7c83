/** The first of the names that differ least from `name`; null where all differ by more than a slip or two. */
export function nearName(name: string, names: readonly string[]): string | null {
  let least = name.length < 6 ? 1 : 2;
  let nearest: string | null = null;
  for (const each of names) {
    const slips = slipsBetween(name, each);
    if (slips > least || (slips === least && nearest !== null)) continue;
    least = slips;
    nearest = each;
  }
  return nearest;
}

/**
 * Characters to add, leave out, change or swap with their neighbour: the optimal string alignment distance
 * (Damerau, "A technique for computer detection and correction of spelling errors", 1964).
 */
function slipsBetween(a: string, b: string): number {
  let twoAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        above[j]! + 1,
        row[j - 1]! + 1,
        above[j - 1]! + change(a[i - 1]!, b[j - 1]!),
        isSwapped ? twoAbove[j - 2]! + 1 : Infinity,
      );
    }
    [twoAbove, above] = [above, row];
  }
  return above[b.length]!;
}

/** A wrong capital counts for little: enough to tell `sequential` from `Sequential`. */
function change(from: string, to: string): number {
  if (from === to) return 0;
  return from.toLowerCase() === to.toLowerCase() ? 1 / 16 : 1;
}
