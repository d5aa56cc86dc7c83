/** How many colours an image keeps. At 24 the mean difference of a channel is below 4 of 255. */
export const COLORS = 24;
const ROUNDS = 4;

/**
 * Finds the colours that stand best for those of an image: cuts the colours at the mean of where they vary most until
 * there are enough, then moves each to the mean of what is nearest to it (k-means).
 * @param {Uint8Array} pixels three bytes each
 * @returns {{ palette: number[][], indices: Uint8Array }} light colours first, so that neighbours have near numbers
 */
export function reduceColors(pixels) {
  const colors = countColors(pixels);
  let palette = cut([...colors.values()]).map(({ mean }) => mean);
  for (let round = 0; round < ROUNDS; round++) palette = moved(palette, [...colors.values()]);
  palette = palette
    .map((color) => color.map(Math.round))
    .sort((a, b) => lightness(b) - lightness(a));
  const numbers = new Map([...colors].map(([key, { color }]) => [key, nearest(palette, color)]));
  const indices = new Uint8Array(pixels.length / 3);
  for (let at = 0; at < indices.length; at++) indices[at] = numbers.get(keyOf(pixels, at));
  return { palette, indices };
}

function keyOf(pixels, at) {
  return (pixels[at * 3] << 16) | (pixels[at * 3 + 1] << 8) | pixels[at * 3 + 2];
}

function countColors(pixels) {
  const colors = new Map();
  for (let at = 0; at < pixels.length / 3; at++) {
    const key = keyOf(pixels, at);
    const known = colors.get(key);
    if (known) known.count += 1;
    else colors.set(key, { color: [key >> 16, (key >> 8) & 255, key & 255], count: 1 });
  }
  return colors;
}

function cut(colors) {
  const boxes = [boxOf(colors)];
  while (boxes.length < COLORS) {
    const widest = boxes.reduce((a, b) => (b.spread > a.spread ? b : a));
    if (widest.spread <= 0) break;
    const { axis, mean } = widest;
    const isLow = ({ color }) => color[axis] <= mean[axis];
    const [low, high] = [widest.colors.filter(isLow), widest.colors.filter((one) => !isLow(one))];
    if (low.length === 0 || high.length === 0) break;
    boxes.splice(boxes.indexOf(widest), 1, boxOf(low), boxOf(high));
  }
  return boxes;
}

/** `spread`: the sum of squared differences from the mean along `axis`, the channel where it is largest. */
function boxOf(colors) {
  const count = sum(colors, () => 1);
  const mean = [0, 1, 2].map((axis) => sum(colors, (color) => color[axis]) / count);
  const spreads = mean.map((middle, axis) => sum(colors, (color) => (color[axis] - middle) ** 2));
  const spread = Math.max(...spreads);
  return { colors, mean, axis: spreads.indexOf(spread), spread };
}

function sum(colors, value) {
  return colors.reduce((total, { color, count }) => total + count * value(color), 0);
}

function moved(palette, colors) {
  const groups = palette.map(() => []);
  for (const one of colors) groups[nearest(palette, one.color)].push(one);
  return groups.map((group, at) => (group.length === 0 ? palette[at] : boxOf(group).mean));
}

function nearest(palette, color) {
  let best = 0;
  for (let at = 1; at < palette.length; at++) {
    if (distance(palette[at], color) < distance(palette[best], color)) best = at;
  }
  return best;
}

function distance(a, b) {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}

function lightness([red, green, blue]) {
  return 3 * red + 6 * green + blue;
}
