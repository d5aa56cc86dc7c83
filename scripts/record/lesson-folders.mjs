import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/root.mjs';

/**
 * The lessons that have a document, in order of their folders.
 * @returns {{ slug: string, folder: string, document: string, recorded: string }[]} paths from the file system's root
 */
export function lessonFolders() {
  const content = join(root, 'content');
  return readdirSync(content)
    .filter((name) => existsSync(join(content, name, 'lesson.mdx')))
    .sort()
    .map((name) => ({
      slug: name.replace(/^\d+-/, ''),
      folder: join(content, name),
      document: join(content, name, 'lesson.mdx'),
      recorded: join(content, name, 'recorded'),
    }));
}
