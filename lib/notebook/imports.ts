/** What a cell may import: all of it is the one namespace `tf`. */
const TENSORFLOW = ['@tensorflow/tfjs', '@tensorflow/tfjs-core', '@tensorflow/tfjs-layers'];

/** Null for an import that a cell may have, else a sentence that says what to do instead. */
export function importProblem(source: string): string | null {
  if (TENSORFLOW.includes(source)) return null;
  if (source === '@tensorflow/tfjs-data') {
    return 'A cell can’t import `@tensorflow/tfjs-data`. Remove the line and write `tf.data`: `tf` is already there.';
  }
  if (source.startsWith('@tensorflow/')) {
    return `A cell can’t import \`${source}\`. Remove the line, or import from \`@tensorflow/tfjs\`: backends are chosen with the device’s button.`;
  }
  if (/^[./]/.test(source)) {
    return `A cell can’t import the file \`${source}\`. Put its code into a cell of its own: the names that a cell declares can be used in every other cell.`;
  }
  return `A cell can’t import \`${source}\`: only \`@tensorflow/tfjs\` is here. Remove the line, or paste the code that you need into a cell.`;
}
