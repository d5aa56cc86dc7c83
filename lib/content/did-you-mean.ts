import { nearName } from '@/lib/words/near-name';

/** The one of `known` that an author may have meant by a misspelt word, in whatever capitals; null where none is near. */
export function nearest(word: string, known: Iterable<string>): string | null {
  const plain = word.toLowerCase();
  const names = [...known];
  const lower = names.map((name) => name.toLowerCase());
  // Two letters with one wrong could be anything.
  const near = plain.length <= 2 ? plain : nearName(plain, lower);
  return near === null ? null : (names[lower.indexOf(near)] ?? null);
}

/** ` Did you mean "title"?`, to stand behind a sentence; empty where nothing is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const meant = nearest(word, known);
  return meant === null ? '' : ` Did you mean "${meant}"?`;
}
