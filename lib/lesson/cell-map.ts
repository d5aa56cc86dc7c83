import type { CellState, KernelSnapshot } from '@/lib/kernel/state';
import type { CellId } from '@/lib/protocol';
import { type CellLink, cellLinks } from './cell-links';
import { cellWord } from './cell-word';
import { type CellsById, quotedTitle } from './cells-by-id';
import { listWords } from './list-words';

/** A cell as the map shows it. */
export type MapCell = {
  id: CellId;
  title: string;
  state: CellState;
  word: string;
  /** What it takes and changes, by names alone: "reads features, labels; trains model". */
  summary: string;
  /** The same with the cells' titles, in sentences: what a screen reader is told. */
  sentence: string;
};

/** What feeds what on a page, its cells in their order. */
export type CellMap = { cells: readonly MapCell[]; links: readonly CellLink[] };

export function cellMap({ order, cells }: Pick<KernelSnapshot, 'order' | 'cells'>): CellMap {
  const links = cellLinks(order, cells);
  return {
    links,
    cells: order.flatMap((id) => {
      const cell = cells[id];
      if (cell === undefined) return [];
      const { title, state, defines } = cell;
      const word = cellWord(cells, id);
      const summary = summaryOf(id, links, defines);
      const told = sentencesOf(id, links, cells);
      return [
        { id, title, state, word, summary, sentence: [`${title}, ${word}.`, ...told].join(' ') },
      ];
    }),
  };
}

function summaryOf(id: CellId, links: readonly CellLink[], defines: readonly string[]): string {
  const reads = links.filter(({ to, kind }) => to === id && kind === 'reads');
  const changes = (kind: CellLink['kind']) =>
    links.filter((link) => link.from === id && link.kind === kind);
  const parts = [
    part('reads', reads),
    part('trains', changes('trains')),
    part('disposes', changes('disposes')),
  ].filter((words) => words !== '');
  if (parts.length > 0) return parts.join('; ');
  return defines.length === 0 ? '' : `declares ${defines.join(', ')}`;
}

function part(verb: string, links: readonly CellLink[]): string {
  const names = new Set(links.flatMap((link) => link.names));
  return names.size === 0 ? '' : `${verb} ${[...names].join(', ')}`;
}

function sentencesOf(id: CellId, links: readonly CellLink[], cells: CellsById): string[] {
  const titleOf = (of: CellId) => quotedTitle(cells, of);
  const into = links.filter(({ to }) => to === id);
  const out = links.filter(({ from }) => from === id);
  const reads = into
    .filter(({ kind }) => kind === 'reads')
    .map(({ from, names }) => `${all(names)} from ${titleOf(from)}`);
  const follows = into
    .filter(({ kind }) => kind === 'follows')
    .map(({ from, names }) => `${all(names)} as ${titleOf(from)} leaves it`);
  const fed = out.filter(({ kind }) => kind === 'reads' || kind === 'follows');
  const changed = (kind: 'trains' | 'disposes') =>
    out
      .filter((link) => link.kind === kind)
      .map(({ to, names }) => `${all(names)} of ${titleOf(to)}`);
  return [
    sentence('Reads', [...reads, ...follows]),
    sentence('Trains', changed('trains')),
    sentence('Disposes', changed('disposes')),
    sentence('Feeds', [...new Set(fed.map(({ to }) => titleOf(to)))]),
  ].filter((words) => words !== '');
}

const all = (words: readonly string[]): string => listWords(words, Infinity);

function sentence(verb: string, words: readonly string[]): string {
  return words.length === 0 ? '' : `${verb} ${all(words)}.`;
}
