import { describe, expect, it } from 'vitest';
import { renderInLesson } from '@/components/lesson/testing/render-in-lesson';
import { initialSnapshot } from '@/lib/lesson/initial-snapshot';
import { CellGraph } from './cell-graph';

const start = initialSnapshot([
  { id: 'build', title: 'Build', code: '' },
  { id: 'train', title: 'Train', code: '' },
]);
const train = {
  ...start.cells['train']!,
  inputs: { model: 'build' },
  parents: ['build'],
  mutates: [{ cell: 'build', name: 'model', how: 'trains' as const }],
};

describe('CellGraph', () => {
  const kernel = { ...start, cells: { ...start.cells, train } };
  const html = renderInLesson(kernel, <CellGraph />);

  it('is a list of links that say what a cell takes and gives', () => {
    expect(html.match(/<li[^>]*><a /g)).toHaveLength(2);
    expect(html).toContain(
      'aria-label="Train, never run. Reads model from “Build”. Trains model of “Build”."',
    );
    expect(html).toContain('href="#cell-train"');
  });

  it('draws a line for each link, those that change something apart from the others', () => {
    const titles = [...html.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title]) => title);
    expect(titles).toEqual(['model: from “Build” to “Train”', '“Train” trains model of “Build”']);
    const [, lines = ''] = /(<svg.*?<\/svg>)/.exec(html) ?? [];
    expect(lines.match(/data-change=""/g)).toHaveLength(1);
  });

  it('says so when there are no cells', () => {
    const none = { ...start, order: [], cells: {} };
    expect(renderInLesson(none, <CellGraph />)).toContain('no cells yet');
  });
});
