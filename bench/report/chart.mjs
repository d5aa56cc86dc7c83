const SIZE = { width: 640, height: 400 };
const MARGIN = { left: 70, right: 160, top: 40, bottom: 50 };
const INK = '#222';
/** Okabe and Ito's colours, which stay apart for most eyes; each series has a shape of its own besides. */
const COLORS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7'];

/**
 * Lines over two logarithmic axes, as SVG: cost that grows in proportion has the slope 1.
 * @param {{
 *   title: string, x: string, y: string,
 *   series: { name: string, points: readonly (readonly [number, number])[] }[],
 * }} chart points: x and y, above 0
 */
export function chart({ title, x, y, series }) {
  const all = series.flatMap(({ points }) => points);
  const right = SIZE.width - MARGIN.right;
  const bottom = SIZE.height - MARGIN.bottom;
  const across = scale(
    all.map(([value]) => value),
    [MARGIN.left, right],
  );
  const up = scale(
    all.map(([, value]) => value),
    [bottom, MARGIN.top],
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" font-family="sans-serif" font-size="12" fill="${INK}">`,
    `<title>${escaped(title)}</title><rect width="100%" height="100%" fill="#fff"/>`,
    text((MARGIN.left + right) / 2, 20, title, 'middle'),
    text((MARGIN.left + right) / 2, SIZE.height - 10, x, 'middle'),
    `<g transform="translate(16 ${(MARGIN.top + bottom) / 2}) rotate(-90)">${text(0, 0, y, 'middle')}</g>`,
    ...[...new Set(all.map(([value]) => value))].map((value) =>
      text(across(value), bottom + 18, short(value), 'middle'),
    ),
    ...decades(all.map(([, value]) => value)).map(
      (value) =>
        `<path d="M${MARGIN.left} ${up(value).toFixed(1)}H${right}" stroke="#ddd"/>` +
        text(MARGIN.left - 6, up(value) + 4, short(value), 'end'),
    ),
    ...series.map((one, at) => line(one, at, across, up)),
    '</svg>\n',
  ].join('\n');
}

function line({ name, points }, at, across, up) {
  const color = COLORS[at % COLORS.length];
  const places = points.map(([x, y]) => [across(x), up(y)]);
  const path = places.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L');
  const marks = places.map(([x, y]) => mark(at, x, y, color));
  const [endX, endY] = places.at(-1);
  return [
    `<path d="M${path}" fill="none" stroke="${color}" stroke-width="2"/>`,
    ...marks,
    text(endX + 10, endY + 4, name, 'start'),
  ].join('');
}

function mark(at, x, y, color) {
  return at % 2 === 0
    ? `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="4" fill="${color}"/>`
    : `<rect x="${(x - 4).toFixed(1)}" y="${(y - 4).toFixed(1)}" width="8" height="8" fill="${color}"/>`;
}

/** From a value to its place, by its logarithm. Where all values are one, the place is the middle. */
function scale(values, [from, to]) {
  const low = Math.log10(Math.min(...values));
  const high = Math.log10(Math.max(...values));
  const share = (value) => (high === low ? 0.5 : (Math.log10(value) - low) / (high - low));
  return (value) => from + share(value) * (to - from);
}

/** The powers of ten among the values, or their ends where there is none. */
function decades(values) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const found = [];
  for (let power = Math.ceil(Math.log10(low)); 10 ** power <= high; power++)
    found.push(10 ** power);
  return found.length > 1 ? found : [low, high];
}

const text = (x, y, words, anchor) =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${escaped(words)}</text>`;

const short = (value) => String(Number(value.toPrecision(3)));
const escaped = (words) =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
