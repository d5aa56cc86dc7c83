// Compiles the AssemblyScript of lib/devices/native/assembly to WebAssembly.
import { readFile } from 'node:fs/promises';
import asc from 'assemblyscript/asc';

const FLAGS = [
  '--optimize',
  '--noAssert',
  '--runtime',
  'stub',
  '--importMemory',
  '--enable',
  'simd',
];

/**
 * The source of a module that holds the compiled bytes.
 * @param {string} entry the path of the AssemblyScript file whose exports are wanted
 */
export async function nativeModule(entry) {
  const text = Buffer.from(await compile(entry)).toString('base64');
  return `export const bytes = Uint8Array.from(atob('${text}'), (c) => c.charCodeAt(0));`;
}

async function compile(entry) {
  const files = new Map();
  const { error, stderr } = await asc.main(
    [entry, ...FLAGS, '--initialMemory', '1', '--baseDir', '/', '--outFile', 'out.wasm'],
    {
      readFile: (name) => readFile(`/${name.replace(/^\//, '')}`, 'utf8').catch(() => null),
      writeFile: (name, contents) => void files.set(name, contents),
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  return files.get('out.wasm');
}
