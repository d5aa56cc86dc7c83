import { describe, expect, it } from 'vitest';
import { renderInLesson } from '@/components/lesson/testing/render-in-lesson';
import { initialSnapshot } from '@/lib/lesson/initial-snapshot';
import type { VariableReport } from '@/lib/protocol';
import { VariablesTable } from './variables-table';

const start = initialSnapshot([{ id: 'load', title: 'Load', code: '' }]);

const FEATURES: VariableReport = {
  name: 'features',
  cell: 'load',
  type: 'Tensor float32',
  shape: [614, 8],
  bytes: 19_648,
  preview: '<b>0.64</b>',
};

describe('VariablesTable', () => {
  it('says what to do while there is nothing to list', () => {
    const html = renderInLesson(start, <VariablesTable />);
    expect(html).toContain('No variables yet. Run a cell');
    expect(html).not.toContain('<table');
  });

  it('lists a variable in a row that is named by it, below its cell and the state of that', () => {
    const html = renderInLesson({ ...start, variables: [FEATURES] }, <VariablesTable />);
    expect(html).toMatch(
      /<th scope="rowgroup"[^>]*><a [^>]*href="#cell-load"[^>]*>Load<\/a>.*never run/,
    );
    expect(html).toContain('<th scope="row"><code>features</code></th>');
    expect(html).toContain('<td>Tensor float32</td><td>614 × 8</td><td>19.6 kB</td>');
    expect(html).toContain('&lt;b&gt;0.64&lt;/b&gt;');
    expect(html).toContain('1 variable, 19.6 kB');
  });
});
