// Compiles the AssemblyScript of lib/devices/native/assembly to WebAssembly.
import { readFile } from 'node:fs/promises';
import asc from 'assemblyscript/asc';

// As many pages as TensorFlow.js's threaded memory may grow to.
const MAXIMUM_PAGES = '65536';
const FLAGS = [
  '--optimize',
  '--noAssert',
  '--runtime',
  'stub',
  '--importMemory',
  '--enable',
  'simd',
];
const VARIANTS = {
  plain: [],
  shared: ['--enable', 'threads', '--sharedMemory', '--maximumMemory', MAXIMUM_PAGES],
};

/**
 * The source of a module that holds both variants as bytes.
 * @param {string} entry the path of the AssemblyScript file whose exports are wanted
 */
export async function nativeModule(entry) {
  const lines = ['const decode = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));'];
  for (const [name, flags] of Object.entries(VARIANTS)) {
    const bytes = await compile(entry, [...FLAGS, ...flags]);
    lines.push(`export const ${name} = decode('${Buffer.from(bytes).toString('base64')}');`);
  }
  return lines.join('\n');
}

async function compile(entry, flags) {
  const files = new Map();
  const { error, stderr } = await asc.main(
    [entry, ...flags, '--initialMemory', '1', '--baseDir', '/', '--outFile', 'out.wasm'],
    {
      readFile: (name) => readFile(`/${name.replace(/^\//, '')}`, 'utf8').catch(() => null),
      writeFile: (name, contents) => void files.set(name, contents),
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  return files.get('out.wasm');
}
