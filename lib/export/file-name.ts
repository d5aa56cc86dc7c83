import type { ExportedLesson } from './types';

/** "neural-networks.ipynb": from the slug, or a blank notebook's title. */
export function exportFileName(
  { slug, title }: Pick<ExportedLesson, 'slug' | 'title'>,
  extension: 'ipynb' | 'html' | 'ts',
): string {
  const words = (slug ?? title).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['notebook'];
  return `${words.join('-').slice(0, 80)}.${extension}`;
}
