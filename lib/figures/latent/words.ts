import type { CursorOf, History, Table } from '../figure-module';
import { formatNumber, formatPercent } from '../format';
import { captionOf, when } from '../when';
import type { LatentData, LatentScene, Node } from './scene';

export function describeLatent(history: History<'latent'>, at: number): string {
  const { data } = history.frames[at]!;
  const { mean, most } = steps(data);
  const lead = history.frames.length > 1 ? `At ${when(history, at)}, ${data.size}` : `${data.size}`;
  return (
    `${lead} by ${data.size} images made from noise between four corners; from one to its neighbour a pixel changes by ` +
    `${formatPercent(mean)} of full ink on average, by ${formatPercent(most)} between the two that differ most.`
  );
}

/** How far neighbours differ, as means over their pixels, 0 to 1. */
export function steps(data: LatentData): { mean: number; most: number } {
  let [sum, count, most] = [0, 0, 0];
  for (let row = 0; row < data.size; row++) {
    for (let column = 0; column < data.size; column++) {
      for (const next of [
        { row: row + 1, column },
        { row, column: column + 1 },
      ]) {
        // prettier-ignore
        if (next.row >= data.size || next.column >= data.size) continue;
        const far = difference(data, { row, column }, next);
        [sum, count, most] = [sum + far, count + 1, Math.max(most, far)];
      }
    }
  }
  return { mean: count === 0 ? 0 : sum / count, most };
}

function difference(data: LatentData, one: Node, other: Node): number {
  const [a, b] = [imageOf(data, one), imageOf(data, other)];
  const sum = a.reduce((total, level, i) => total + Math.abs(level - (b[i] ?? 0)), 0);
  return a.length === 0 ? 0 : sum / (255 * a.length);
}

function imageOf({ size, height, width, levels }: LatentData, { row, column }: Node): Uint8Array {
  const pixels = height * width;
  const first = (row * size + column) * pixels;
  return levels.subarray(first, first + pixels);
}

const inkOf = (image: Uint8Array) =>
  image.length === 0 ? 0 : image.reduce((sum, level) => sum + level, 0) / (255 * image.length);

/** Where an image stands in the square, as shares of the way from the top left. */
const share = (place: number, size: number) => (size > 1 ? place / (size - 1) : 0);

export function placeWords({ size }: LatentData, { row, column }: Node): string {
  return `${formatPercent(share(column, size))} across, ${formatPercent(share(row, size))} down`;
}

export function readLatent({ data }: LatentScene, { row, column }: CursorOf<'latent'>): string {
  const node = { row: Math.min(row, data.size - 1), column: Math.min(column, data.size - 1) };
  const ink = formatPercent(inkOf(imageOf(data, node)));
  return `Row ${node.row + 1}, column ${node.column + 1}: ${placeWords(data, node)}. Ink on ${ink} of the paper.`;
}

export function latentTable(history: History<'latent'>, at: number): Table {
  const { data } = history.frames[at]!;
  const rows = Array.from({ length: data.size ** 2 }, (_, i) => {
    const node = { row: Math.floor(i / data.size), column: i % data.size };
    const ink = Number(formatNumber(inkOf(imageOf(data, node))));
    return [share(node.column, data.size), share(node.row, data.size), ink];
  });
  return {
    caption: captionOf(history, at),
    columns: ['across', 'down', 'ink'],
    rows,
  };
}
