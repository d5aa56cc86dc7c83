import { compile } from '../compile';
import type { evaluate } from '../evaluate';

/** As the sandbox evaluates, but from a `data:` address, which Node can import. */
export const evaluateHere: typeof evaluate = (source, inputs, runtime) => {
  const names = [Object.keys(inputs), Object.keys(runtime.live)] as const;
  const { module, locate } = compile(source, ...names, runtime.names !== undefined);
  const url = `data:text/javascript,${encodeURIComponent(`${module}//${Math.random()}`)}`;
  const values = import(/* @vite-ignore */ url).then((loaded) => loaded.default(inputs, runtime));
  return { url, locate, values };
};
