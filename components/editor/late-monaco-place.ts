import { lateComponent } from '@/components/ui/late-component';

/** The place in which Monaco edits a cell; of no use before Monaco is there. */
export const MonacoPlace = lateComponent(async () => (await import('./monaco-place')).MonacoPlace);

/** @throws {Error} when it could not be loaded. */
export async function loadEditor(): Promise<void> {
  const [isHere] = await Promise.all([MonacoPlace.fetch(), loadMonaco()]);
  if (!isHere) throw new Error('The part of the page that holds the editor could not be loaded.');
}

async function loadMonaco(): Promise<void> {
  const monaco = await import('./monaco/load-monaco');
  await monaco.loadMonaco();
}
