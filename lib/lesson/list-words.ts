/** "a", "a and b", "a, b and c"; beyond `most` the rest is counted: "a, b and 3 more". */
export function listWords(words: readonly string[], most = 3): string {
  const shown = words.length > most ? words.slice(0, most - 1) : words;
  const rest = words.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  const [last = ''] = all.slice(-1);
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} and ${last}`;
}
