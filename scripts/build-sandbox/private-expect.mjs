import { readFile } from 'node:fs/promises';

const PACKAGE = /node_modules[\\/]@vitest[\\/]expect[\\/]dist[\\/]index\.js$/;
const GLOBAL = /\bglobalThis\b/g;

/**
 * `@vitest/expect` keeps its matchers on the global object, under symbols that anyone can name. In the sandbox an answer
 * could change them there; so the package gets an object of its own in place of the global one.
 *
 * @returns {import('esbuild').Plugin}
 */
export function privateExpect() {
  return {
    name: 'private-expect',
    setup(build) {
      build.onLoad({ filter: PACKAGE }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        if (!GLOBAL.test(text)) {
          throw new Error(`${path} does not name globalThis: look where it keeps its state now.`);
        }
        const contents = `const privateGlobal = {};\n${text.replace(GLOBAL, 'privateGlobal')}`;
        return { contents, loader: 'js' };
      });
    },
  };
}
