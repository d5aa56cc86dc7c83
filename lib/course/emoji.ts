import { EMOJI_SIZE, readEmoji, type EmojiList } from '@/lib/data-formats/emoji';
import { checkCounts } from './check-counts';
import type { DataFiles } from './data-files';
import { labelledImages } from './labelled-images';
import type { Data } from './types/data';
import type { EmojiImages } from './types/images';

const ALL = 1911;
const COUNTS = { google: { usual: ALL, most: ALL }, twitter: { usual: ALL, most: ALL } };

type Designer = keyof typeof COUNTS;

/** `data.emoji`. A designer that is not asked for is not fetched. */
export function createEmoji({ load }: DataFiles): Data['emoji'] {
  return async (options) => {
    const counts = checkCounts('data.emoji', COUNTS, options);
    const designers = (['google', 'twitter'] as const).filter((name) => counts[name] > 0);
    const [json, ...files] = await load('the emoji', [
      'emoji/emoji.json',
      ...designers.map((name) => `emoji/${name}.bin`),
    ]);
    const listed = JSON.parse(new TextDecoder().decode(json)) as EmojiList;
    const images = (name: Designer) =>
      emojiImages(files[designers.indexOf(name)] ?? new Uint8Array(), listed, counts[name]);
    return { google: images('google'), twitter: images('twitter'), classes: listed.classes };
  };
}

function emojiImages(file: Uint8Array, listed: EmojiList, count: number): EmojiImages {
  return {
    ...labelledImages({
      pixels: readEmoji(file, count),
      labels: listed.labels.slice(0, count),
      classes: listed.classes.length,
      shape: [EMOJI_SIZE, EMOJI_SIZE, 3],
    }),
    names: listed.names.slice(0, count),
    characters: listed.characters.slice(0, count),
  };
}
