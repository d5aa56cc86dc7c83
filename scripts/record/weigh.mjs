import { brotliSize } from './brotli-size.mjs';

/** What a reader's browser may load of one lesson's recordings, compressed, in bytes. */
export const MOST = 300_000;

/** Weighs what is written of a lesson, compressed, in bytes. */
export function createScales() {
  const sizes = new Map();
  return {
    /** For `buildLesson`. */
    async write(name, content) {
      const [, variant = 'files'] = /-(\w+-\w+)\.svg$/.exec(name) ?? [];
      sizes.set(variant, (sizes.get(variant) ?? 0) + brotliSize(content));
      return name;
    },
    /** Of all cells' files. */
    get files() {
      return sizes.get('files') ?? 0;
    },
    /** Of the pictures in the layout and theme that weigh most: a page shows one of each. */
    get pictures() {
      const pictures = [...sizes].filter(([variant]) => variant !== 'files');
      return Math.max(0, ...pictures.map(([, bytes]) => bytes));
    },
  };
}
