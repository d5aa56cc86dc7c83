import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { StillLesson, StillManifest } from '@/lib/recorded/still';
import { unpack } from '@/lib/recorded/unpack';
import type { Output } from '@/lib/protocol';

const NONE = new Uint8Array();

/** What was recorded of a lesson, as the build has prepared it; null where nothing was. */
export async function readRecorded(root: string, slug: string): Promise<StillLesson | null> {
  const lesson = (await readManifest(root))[slug];
  if (lesson === undefined) return null;
  const cells = Object.entries(lesson.cells).map(([id, cell]) => {
    const outputs = unpack({ tree: cell.outputs, arrays: [], bytes: NONE }) as Output[];
    return [id, { ...cell, outputs }] as const;
  });
  return { recorded: lesson.recorded, cells: Object.fromEntries(cells) };
}

async function readManifest(root: string): Promise<StillManifest> {
  const file = path.join(root, 'public', 'recorded', 'manifest.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as StillManifest;
  } catch (error) {
    // A server that was started without the project's own commands has none.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
