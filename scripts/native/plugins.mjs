// `import … from './index.ts?native'` gives the AssemblyScript at that path, compiled, in the sandbox's build and in tests.
import path from 'node:path';
import { nativeModule } from './compile.mjs';

const QUERY = '?native';

/** @returns {import('esbuild').Plugin} */
export function esbuildNative() {
  return {
    name: 'native',
    setup(build) {
      build.onResolve({ filter: /\?native$/ }, ({ path: id, resolveDir }) => ({
        path: path.resolve(resolveDir, id.slice(0, -QUERY.length)),
        namespace: 'native',
      }));
      build.onLoad({ filter: /./, namespace: 'native' }, async ({ path: entry }) => ({
        contents: await nativeModule(entry),
        loader: 'js',
      }));
    },
  };
}

/** @returns {import('vite').Plugin} */
export function viteNative() {
  return {
    name: 'native',
    enforce: 'pre',
    load: (id) => (id.endsWith(QUERY) ? nativeModule(id.slice(0, -QUERY.length)) : null),
  };
}
