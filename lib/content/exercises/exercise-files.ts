import { ContentError } from '../content-error';
import type { ContentFiles } from '../content-files';

/** A document of an exercise: `file` as errors name it. */
export type ExerciseFile = { id: string; folder: string; file: string; path: string };

/** The exercises of a lesson's folder, in alphabetical order. Throws `ContentError`. */
export async function exerciseFiles(files: ContentFiles, folder: string): Promise<ExerciseFile[]> {
  const below = `${folder}/exercises`;
  // What editors and systems leave behind begins with a dot.
  const names = (await files.list(below)).filter((name) => !name.startsWith('.'));
  return names.map((name) => {
    const path = `${below}/${name}`;
    const file = `content/${path}`;
    if (!name.endsWith('.mdx')) {
      const reason = 'only exercises stand here, in files named <id>.mdx. Rename or move it.';
      throw new ContentError(file, null, reason);
    }
    return { id: name.replace(/\.mdx$/, ''), folder, file, path };
  });
}

/** The exercises of all folders. Throws `ContentError`. */
export async function allExerciseFiles(files: ContentFiles): Promise<ExerciseFile[]> {
  const folders = (await files.folders()).filter((folder) => !folder.startsWith('.')).sort();
  return (await Promise.all(folders.map((folder) => exerciseFiles(files, folder)))).flat();
}
