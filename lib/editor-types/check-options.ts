/**
 * Where a cell's text is kept for the type checker. Cell ids are file names already, or become ones; those of an
 * exercise have a folder of their own.
 */
export function cellFile(cellId: string): string {
  return `file:///cells/${cellId.replace(/[^\w/-]/g, '_')}.ts`;
}

/** Cells know the names of those in the same folder. */
export function cellFolder(file: string): string {
  return file.slice(0, file.lastIndexOf('/'));
}

export function isCellFile(file: string): boolean {
  return file.startsWith('file:///cells/');
}

/** The declarations of what every cell sees without importing it; all else is reached from it. */
export const GLOBALS_FILE = 'file:///lib/globals.d.ts';

type Option = string | number | boolean | string[] | Record<string, string[]>;

/**
 * How cells are checked: nulls are told apart, since they are the usual runtime error; a parameter without a type is
 * fine. The libraries are those of a worker, where cells run.
 * Numbers are TypeScript's own enum values (`ES2022`, `ESNext`, `Node10`), as Monaco needs them.
 */
export const CHECK_OPTIONS: Record<string, Option> = {
  target: 9,
  module: 99,
  moduleResolution: 2,
  lib: ['es2023', 'webworker'],
  types: [],
  baseUrl: 'file:///',
  paths: { '@/*': ['./*'] },
  strict: true,
  noImplicitAny: false,
  esModuleInterop: true,
  allowUmdGlobalAccess: true,
  allowNonTsExtensions: true,
  skipLibCheck: true,
  noEmit: true,
};
