import type { CellError } from '@/lib/protocol';

/** "line 3, column 7"; empty where it could not be told. */
export function errorPlace({ line, column }: CellError): string {
  if (line === undefined) return '';
  return column === undefined ? `line ${line}` : `line ${line}, column ${column}`;
}

/** An error in lines: what happened, what to try, where, and from where it was called. */
export function errorLines(error: CellError): string[] {
  const place = errorPlace(error);
  return [
    `${error.name}: ${error.message}`,
    ...(error.hint === undefined ? [] : [error.hint]),
    ...(place === '' ? [] : [`    at ${place}`]),
    ...error.stack.map((frame) => `    ${frame}`),
  ];
}
