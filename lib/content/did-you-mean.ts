/** The one of `known` that an author may have meant by a misspelt word; null where none is near. */
export function nearest(word: string, known: Iterable<string>): string | null {
  const plain = word.toLowerCase();
  let best: string | null = null;
  let least = slips(plain.length) + 1;
  for (const other of known) {
    const far = distance(plain, other.toLowerCase());
    if (far < least) [best, least] = [other, far];
  }
  return best;
}

/** ` Did you mean "title"?`, to stand behind a sentence; empty where nothing is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const meant = nearest(word, known);
  return meant === null ? '' : ` Did you mean "${meant}"?`;
}

/** How many slips a word of this length may have and still be taken for another. */
const slips = (length: number) => (length <= 2 ? 0 : length <= 5 ? 1 : 2);

/** The fewest slips that lead from one word to the other: a letter too many, too few, wrong, or two changed about. */
function distance(a: string, b: string): number {
  let former: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const turned = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? former[j - 2]! + 1 : Infinity;
      row.push(Math.min(replaced, above[j]! + 1, row[j - 1]! + 1, turned));
    }
    [former, above] = [above, row];
  }
  return above[b.length]!;
}
