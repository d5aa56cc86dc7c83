import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Where documents come from; `read` gives null for a file that isn't there, `list` nothing for such a folder. */
export type ContentFiles = {
  folders(): Promise<string[]>;
  /** The names of the files in a folder, in alphabetical order. */
  list(folder: string): Promise<string[]>;
  read(file: string): Promise<string | null>;
};

/** The files below `root`, a folder with `NN-slug/lesson.mdx` in it. */
export function filesIn(root: string): ContentFiles {
  return {
    async folders() {
      const entries = await readdir(root, { withFileTypes: true });
      return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    },
    async list(folder) {
      const read = () => readdir(path.join(root, folder), { withFileTypes: true });
      const entries = (await unlessMissing(read)) ?? [];
      const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
      return names.sort();
    },
    read: (file) => unlessMissing(() => readFile(path.join(root, file), 'utf8')),
  };
}

async function unlessMissing<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
