import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COLORS, reduceColors } from './reduce-colors.mjs';
import { readPng } from './read-png.mjs';
import { writeData, writePacked } from './write-data.mjs';

const SIZE = 64;
const PIXELS = SIZE * SIZE;

/** The ten categories, and what the package calls them. */
const CLASSES = [
  'smileys',
  'people',
  'hands',
  'nature',
  'food',
  'places',
  'activities',
  'objects',
  'symbols',
  'flags',
];
const BY_CATEGORY = {
  'Smileys & Emotion': 'smileys',
  'People & Body': 'people',
  'Animals & Nature': 'nature',
  'Food & Drink': 'food',
  'Travel & Places': 'places',
  Activities: 'activities',
  Objects: 'objects',
  Symbols: 'symbols',
  // Five swatches of skin colours, too few to be a category: they look like the coloured squares among the symbols.
  Component: 'symbols',
  Flags: 'flags',
};

/** @param {string} folder with the packages */
export function buildEmoji(folder) {
  const packages = ['google', 'twitter'].map((designer) => ({
    designer,
    folder: join(folder, `node_modules/emoji-datasource-${designer}`),
  }));
  const listed = JSON.parse(readFileSync(join(packages[0].folder, 'emoji.json'), 'utf8'));
  const emoji = shuffled(listed.filter((one) => one.has_img_google && one.has_img_twitter));
  for (const { designer, folder } of packages) {
    const images = emoji.map(({ image }) => {
      const file = join(folder, 'img', designer, '64', image);
      return packImage(onWhite(readPng(readFileSync(file)), image));
    });
    writePacked(`emoji/${designer}.bin`, Buffer.concat(images));
  }
  writeData('emoji/emoji.json', `${JSON.stringify(describe(emoji))}\n`);
}

/** In one order for both designers, in which any beginning holds a fair share of all categories. */
function shuffled(emoji) {
  const order = [...emoji];
  let state = 1;
  for (let at = order.length - 1; at > 0; at--) {
    // Numerical Recipes' linear congruential generator: it gives the same order everywhere.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (at + 1));
    [order[at], order[other]] = [order[other], order[at]];
  }
  return order;
}

function describe(emoji) {
  return {
    classes: CLASSES,
    labels: emoji.map((one) => CLASSES.indexOf(classOf(one))),
    names: emoji.map(({ name }) => (name === name.toUpperCase() ? name.toLowerCase() : name)),
    characters: emoji.map(({ unified }) =>
      String.fromCodePoint(...unified.split('-').map((code) => parseInt(code, 16))),
    ),
  };
}

function classOf({ category, subcategory, name }) {
  const isHand = category === 'People & Body' && /^(?:hand|body-parts)/.test(subcategory);
  const found = isHand ? 'hands' : BY_CATEGORY[category];
  if (found === undefined) throw new Error(`${name} has the new category ${category}.`);
  return found;
}

function onWhite({ width, height, pixels }, name) {
  if (width !== SIZE || height !== SIZE) throw new Error(`${name} is ${width} x ${height}.`);
  const colors = new Uint8Array(PIXELS * 3);
  for (let at = 0; at < PIXELS; at++) {
    const alpha = pixels[at * 4 + 3] / 255;
    for (let channel = 0; channel < 3; channel++) {
      colors[at * 3 + channel] = pixels[at * 4 + channel] * alpha + 255 * (1 - alpha) + 0.5;
    }
  }
  return colors;
}

/** The image's own colours, three bytes each; then for each pixel the number of its colour, one byte. */
function packImage(pixels) {
  const { palette, indices } = reduceColors(pixels);
  const bytes = new Uint8Array(COLORS * 3 + PIXELS);
  bytes.set(palette.flat());
  bytes.set(indices, COLORS * 3);
  return bytes;
}
