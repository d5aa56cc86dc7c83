import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Document = {
  /** As in findings: from the project's folder where it is inside of it. */
  file: string;
  /** Of the lesson, e.g. `02-neural-networks`. */
  folder: string;
  source: string;
};

export type Documents = {
  lessons: Document[];
  exercises: Document[];
  /** Files among the exercises that are none. */
  strays: string[];
};

/** What is below a folder like `content`: `NN-slug/lesson.mdx` and `NN-slug/exercises/*.mdx`. */
export function readDocuments(content: string, root: string): Documents {
  const lessons: Document[] = [];
  const exercises: Document[] = [];
  const strays: string[] = [];
  const read = (folder: string, name: string): Document => {
    const place = path.join(content, folder, name);
    return { file: shown(place, root), folder, source: readFileSync(place, 'utf8') };
  };
  for (const folder of foldersIn(content)) {
    if (existsSync(path.join(content, folder, 'lesson.mdx')))
      lessons.push(read(folder, 'lesson.mdx'));
    for (const name of namesIn(path.join(content, folder, 'exercises'))) {
      if (name.endsWith('.mdx')) exercises.push(read(folder, `exercises/${name}`));
      else strays.push(shown(path.join(content, folder, 'exercises', name), root));
    }
  }
  return { lessons, exercises, strays };
}

function foldersIn(content: string): string[] {
  return readdirSync(content, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}

/** What editors and systems leave behind begins with a dot. */
function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
}

function shown(place: string, root: string): string {
  const relative = path.relative(root, place);
  return (relative.startsWith('..') ? place : relative).replaceAll('\\', '/');
}
