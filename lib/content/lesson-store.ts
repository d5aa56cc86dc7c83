import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { MDXContent } from 'mdx/types';
import type { LessonText } from '@/lib/export';
import type { AuthoredCell } from './cells';
import { compileLesson } from './compile-lesson';
import { ContentError } from './content-error';
import { lessonText } from './export/lesson-text';
import { splitFrontMatter } from './front-matter';
import type { Heading } from './headings';
import { orderLessons, parseFolder, toSummary, type LessonSummary } from './lesson-list';
import { parseLesson } from './parse-lesson';

/** Where documents come from; `read` gives null for a file that isn't there. */
export type ContentFiles = {
  folders(): Promise<string[]>;
  read(file: string): Promise<string | null>;
};

export type Lesson = LessonSummary & {
  cells: AuthoredCell[];
  headings: Heading[];
  Content: MDXContent;
};

/** The files below `root`, a folder with `NN-slug/lesson.mdx` in it. */
export function filesIn(root: string): ContentFiles {
  return {
    async folders() {
      const entries = await readdir(root, { withFileTypes: true });
      return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    },
    async read(file) {
      try {
        return await readFile(path.join(root, file), 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
  };
}

type Document = { folder: string; file: string; source: string };

async function readDocument(files: ContentFiles, folder: string): Promise<Document | null> {
  parseFolder(folder);
  const source = await files.read(`${folder}/lesson.mdx`);
  return source === null ? null : { folder, file: `content/${folder}/lesson.mdx`, source };
}

async function readDocuments(files: ContentFiles): Promise<Document[]> {
  const folders = (await files.folders()).filter((folder) => !folder.startsWith('.'));
  const documents = await Promise.all(folders.map((folder) => readDocument(files, folder)));
  return documents.filter((document) => document !== null);
}

function summarise({ folder, file, source }: Document): LessonSummary {
  return toSummary(folder, file, splitFrontMatter(source, file).frontMatter);
}

/** Every lesson that has a document, in order of the course. Throws `ContentError`. */
export async function readLessons(files: ContentFiles): Promise<LessonSummary[]> {
  return orderLessons((await readDocuments(files)).map(summarise));
}

/** Throws `ContentError` when there is none of that name. */
async function findDocument(files: ContentFiles, slug: string): Promise<Document> {
  const documents = await readDocuments(files);
  orderLessons(documents.map(summarise));
  const document = documents.find(({ folder }) => parseFolder(folder).slug === slug);
  if (!document) throw new ContentError('content', null, `there is no lesson "${slug}".`);
  return document;
}

/** One lesson, compiled. Throws `ContentError`, also when there is none of that name. */
export async function readLesson(files: ContentFiles, slug: string): Promise<Lesson> {
  const document = await findDocument(files, slug);
  const parsed = parseLesson(document.source, document.file);
  const Content = await compileLesson(parsed);
  const { cells, headings } = parsed;
  return { ...summarise(document), cells, headings, Content };
}

/** The text around a lesson's cells, for its files. Throws `ContentError`, also when there is none of that name. */
export async function readLessonText(files: ContentFiles, slug: string): Promise<LessonText> {
  const document = await findDocument(files, slug);
  return lessonText(parseLesson(document.source, document.file));
}
