import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { KernelProvider } from '@/components/lesson/kernel-provider';
import { LessonToolbar } from '@/components/lesson/lesson-toolbar';
import { Cell } from './cell';

const CELLS = [{ id: 'train', title: 'Train the network', code: 'fit();' }];

/** As the server renders a lesson. */
function render(draws = 'the loss'): string {
  return renderToStaticMarkup(
    <KernelProvider slug="lesson" seed={1} cells={CELLS}>
      <Cell id="train" title="Train the network" draws={draws}>
        <pre>
          <code>fit();</code>
        </pre>
      </Cell>
      <LessonToolbar />
    </KernelProvider>,
  );
}

const buttons = (html: string) =>
  [...html.matchAll(/<button([^>]*)>(?:<svg.*?<\/svg>)?([^<]*)<\/button>/g)].map(
    ([, attributes = '', name]) => ({ name, disabled: attributes.includes('disabled=""') }),
  );

describe('Cell, rendered by the server', () => {
  const html = render();

  it('is an idle section named by its title, with the code in it', () => {
    expect(html).toMatch(/<section[^>]*data-cell="train"[^>]*data-state="idle"/);
    const [, named] = /aria-labelledby="([^"]*)"/.exec(html) ?? [];
    expect(html).toContain(`<span id="${named}">Train the network</span>`);
    expect(html).toContain('<code>fit();</code>');
  });

  it('has its buttons, which wait for scripts, and nothing to stop or reset yet', () => {
    expect(buttons(html)).toEqual([
      { name: 'Run', disabled: true },
      { name: 'Stop', disabled: true },
      { name: 'Reset', disabled: true },
      { name: 'Run all', disabled: true },
      { name: 'Run stale', disabled: true },
      { name: 'Stop all', disabled: true },
      { name: 'Restart', disabled: true },
      { name: 'Variables', disabled: true },
      { name: 'Map', disabled: true },
    ]);
  });

  it('says without JavaScript what a run would draw', () => {
    expect(html).toContain('<noscript><p class="');
    expect(html).toContain('With JavaScript on, you can run this cell: it draws the loss.');
    expect(render('')).toContain('With JavaScript on, you can run this cell.');
  });

  it('has a place for its output, empty and named', () => {
    expect(html).toMatch(
      /data-output="" role="group" aria-label="Output of Train the network"><\/div>/,
    );
  });

  it('knows no device before the sandbox has started', () => {
    expect(html).not.toContain('data-device');
    expect(html).toContain('Not started');
  });
});
