// Builds what pages show of recorded lessons into public/recorded/: one file a cell with its outputs and frames, and
// pictures of its figures, drawn by the code that draws them live. Names carry a hash; manifest.json has them.
import { createHash } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildLesson } from './record/build-lesson.mjs';
import { lessonFolders } from './record/lesson-folders.mjs';
import { loadTools } from './record/load-tools.mjs';
import { root } from './setup/root.mjs';

const target = path.join(root, 'public/recorded');
const staging = path.join(root, '.layerwise/recorded-staging');

await rm(staging, { recursive: true, force: true });
const tools = await loadTools();
const manifest = {};
for (const lesson of lessonFolders()) {
  const folder = path.join(staging, lesson.slug);
  const built = await buildLesson(tools, lesson, (name, content) => write(folder, name, content));
  if (built !== null) manifest[lesson.slug] = built;
}
await mkdir(staging, { recursive: true });
await writeFile(path.join(staging, 'manifest.json'), `${JSON.stringify(manifest)}\n`);
await rm(target, { recursive: true, force: true });
await mkdir(path.dirname(target), { recursive: true });
await rename(staging, target);
console.log(`Built what is recorded of ${Object.keys(manifest).length} lessons in public/recorded`);

/** Writes a file under a name with its hash. @returns {Promise<string>} its address */
async function write(folder, name, content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8).toUpperCase();
  const { name: stem, ext } = path.parse(name);
  const file = `${stem}-${hash}${ext}`;
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, file), content);
  return `/recorded/${path.basename(folder)}/${file}`;
}
