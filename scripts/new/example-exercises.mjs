/**
 * The exercises that a text in Markdown shows whole.
 * @param {string} text
 * @returns {{ id: string, source: string }[]}
 */
export function exampleExercises(text) {
  return [...text.matchAll(/^(`{3,})mdx\n(---\nid: (\S+)\n[^]*?\n)\1$/gm)].map(
    ([, , source, id]) => ({ id, source }),
  );
}
