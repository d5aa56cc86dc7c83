import type { DataFiles } from './data-files';
import type { Data } from './types/data';

/** `data.names`. */
export function createNames({ load }: DataFiles): Data['names'] {
  return async () => {
    const paths = ['first-names/female.txt', 'first-names/male.txt'];
    const [female = [], male = []] = (await load('first names', paths)).map(linesOf);
    return { female, male };
  };
}

function linesOf(file: Uint8Array): string[] {
  return new TextDecoder().decode(file).trim().split('\n');
}
