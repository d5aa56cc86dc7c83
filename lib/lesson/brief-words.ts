/** What was measured of a device, cut into what a row has room for and the rest: “18x faster”, “ than WebGL”. */
export function briefWords(words: string): [brief: string, rest: string] {
  const at = words.search(/ (than|as) (Web|plain)| a step$/);
  return at === -1 ? [words, ''] : [words.slice(0, at), words.slice(at)];
}
