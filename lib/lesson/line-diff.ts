export type DiffLine = { kind: 'same' | 'removed' | 'added'; text: string };

/** Beyond so many pairs of lines, what lies between the common ends counts as replaced. */
const MOST_PAIRS = 4_000_000;

/** The lines of both texts in order; of each place that differs, first those of `before`. As few differ as can be. */
export function lineDiff(before: string, after: string): DiffLine[] {
  const a = before.split('\n');
  const b = after.split('\n');
  const start = commonStart(a, b);
  const end = commonEnd(a, b, start);
  const middle = differing(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return [
    ...a.slice(0, start).map((text) => line('same', text)),
    ...middle,
    ...a.slice(a.length - end).map((text) => line('same', text)),
  ];
}

/** "3 lines differ"; empty where none does. A line that was changed counts once. */
export function differenceWords(before: string, after: string): string {
  const lines = lineDiff(before, after);
  const count = (kind: DiffLine['kind']) => lines.filter((each) => each.kind === kind).length;
  const most = Math.max(count('added'), count('removed'));
  if (most === 0) return '';
  return most === 1 ? '1 line differs' : `${most} lines differ`;
}

const line = (kind: DiffLine['kind'], text: string): DiffLine => ({ kind, text });

function commonStart(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  while (count < Math.min(a.length, b.length) && a[count] === b[count]) count += 1;
  return count;
}

function commonEnd(a: readonly string[], b: readonly string[], start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let count = 0;
  while (count < most && a.at(-1 - count) === b.at(-1 - count)) count += 1;
  return count;
}

function differing(a: readonly string[], b: readonly string[]): DiffLine[] {
  if (a.length * b.length > MOST_PAIRS) return replaced(a, b);
  const lengths = commonLengths(a, b);
  const at = (i: number, j: number) => lengths[i * (b.length + 1) + j] ?? 0;
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      lines.push(line('same', a[i]!));
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) lines.push(line('removed', a[i++]!));
    else lines.push(line('added', b[j++]!));
  }
  return inOrder([...lines, ...replaced(a.slice(i), b.slice(j))]);
}

/** At `i * (b.length + 1) + j`: how many lines `a` from `i` on and `b` from `j` on have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const same = a[i] === b[j];
      const below = lengths[(i + 1) * width + j]!;
      const right = lengths[i * width + j + 1]!;
      lengths[i * width + j] = same
        ? lengths[(i + 1) * width + j + 1]! + 1
        : Math.max(below, right);
    }
  }
  return lengths;
}

const replaced = (a: readonly string[], b: readonly string[]) => [
  ...a.map((text) => line('removed', text)),
  ...b.map((text) => line('added', text)),
];

/** Between two lines that are the same, those that go come before those that come. */
function inOrder(lines: readonly DiffLine[]): DiffLine[] {
  const sorted: DiffLine[] = [];
  let added: DiffLine[] = [];
  for (const each of lines) {
    if (each.kind === 'added') {
      added.push(each);
      continue;
    }
    if (each.kind === 'same') {
      sorted.push(...added);
      added = [];
    }
    sorted.push(each);
  }
  return [...sorted, ...added];
}
