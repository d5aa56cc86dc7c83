import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { renderInLesson } from '@/components/lesson/testing/render-in-lesson';
import { lessonComponents } from '@/components/mdx/lesson-components';
import { mdxComponents } from '@/components/mdx/mdx-components';
import { initialSnapshot, withCells } from '@/lib/lesson/initial-snapshot';
import type { CellSnapshot } from '@/lib/kernel/state';
import type { StillCell, StillFigure } from '@/lib/recorded/still';
import { RecordedCell } from './recorded-cell';
import { StillFigureView } from './still-figure';
import { StillOutputs } from './still-outputs';

const picture = (layout: string, width: number) => ({
  ...{ light: `/recorded/x/${layout}-light.svg`, dark: `/recorded/x/${layout}-dark.svg` },
  ...{ width, height: 200 },
});

const still: StillFigure = {
  ...{ kind: 'curve', title: 'Training', caption: 'Watch the gap.', sentence: 'It fell to 0.39.' },
  ...{ time: 'own', settings: 0, wide: picture('wide', 656), narrow: picture('narrow', 328) },
};

const recorded: StillCell = {
  outputs: [{ kind: 'text', text: 'Test accuracy: 0.773' }],
  ...{ figures: {}, file: null, ms: 5126, device: 'wasm' },
};

const made = 'Recorded on 29 November 2026 on WebAssembly, in 5.1 s';

function render(change: Partial<CellSnapshot> = {}): string {
  const page = initialSnapshot([{ id: 'train', title: 'Train', code: 'fit();' }]);
  return renderInLesson(
    withCells(page, ['train'], change),
    <RecordedCell
      {...{ id: 'train', title: 'Train', draws: 'the loss' }}
      recorded={{ made, outputs: [], file: null }}
      still={<StillOutputs still={recorded} />}
    >
      <code>fit();</code>
    </RecordedCell>,
  );
}

describe('a recorded cell', () => {
  it('shows what was recorded, and says so, while it has never run', () => {
    const html = render();
    expect(html).toContain('data-state="idle"');
    expect(html).toContain('Recorded on 29 November 2026 on WebAssembly, in 5.1 s.');
    expect(html).toContain('Test accuracy: 0.773');
    expect(html).not.toContain('it draws');
    expect(render({ state: 'queued' })).toContain('Test accuracy');
    expect(render({ run: 1, state: 'running' })).toContain('Test accuracy');
  });

  it('says that the lesson’s own code was recorded where the reader’s is another', () => {
    expect(render({ code: 'mine();' })).toContain('with the lesson’s own code. ');
  });

  it.each([
    ['a run that has shown nothing', { run: 1, state: 'done' as const, ms: 3 }],
    ['a run that was stopped', { run: 1, state: 'stopped' as const }],
    ['the next run', { run: 2, state: 'running' as const, ms: 3 }],
    [
      'what its first run shows',
      { run: 1, state: 'running' as const, outputs: [{ kind: 'text' as const, text: 'mine' }] },
    ],
    ['what was there before it was deleted', { restored: 'deletion' as const }],
    ['an error', { error: { name: 'Error', message: 'no', stack: [] } }],
  ])('gives way to %s', (_, change) => {
    expect(render(change)).not.toContain('Test accuracy: 0.773');
  });

  it('stays until what draws the output of an earlier visit is here', () => {
    const html = render({ restored: 'visit', state: 'stale' });
    expect(html).toContain('Test accuracy: 0.773');
    expect(html).not.toContain('From your earlier visit');
  });
});

it('is a picture in each theme and layout, with its words, and room for its controls', () => {
  const html = renderToStaticMarkup(<StillFigureView figure={still} />);
  expect(html).toContain('data-figure="curve"');
  expect(html.match(/alt="It fell to 0.39."/g)).toHaveLength(2);
  expect(html.match(/loading="lazy"/g)).toHaveLength(2);
  for (const theme of ['light', 'dark']) {
    expect(html).toContain(`srcSet="/recorded/x/narrow-${theme}.svg" width="328" height="200"`);
    expect(html).toContain(`src="/recorded/x/wide-${theme}.svg" width="656" height="200"`);
  }
  expect(html).toContain('Watch the gap.');
  expect(html).toContain('data-time="own"');
});

it('a lesson without a recording has the cells of a lesson that was never recorded', () => {
  expect(lessonComponents(null)).toBe(mdxComponents);
  const { Cell: LessonCell } = lessonComponents({
    recorded: '2026-11-29',
    cells: { train: recorded },
  });
  expect(LessonCell).toBeTypeOf('function');
});
