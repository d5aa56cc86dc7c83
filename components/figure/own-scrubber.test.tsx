import { describe, expect, it } from 'vitest';
import { renderInLesson } from '@/components/lesson/testing/render-in-lesson';
import { TimeBars } from '@/components/output/time-bars';
import { CellTime } from '@/lib/lesson/cell-time';
import { initialSnapshot } from '@/lib/lesson/initial-snapshot';
import { OwnScrubber } from './own-scrubber';

const STEPS = [0, 1, 2];

function time(beside: number | null = null): CellTime {
  const one = new CellTime();
  if (beside !== null) one.compare(STEPS, beside);
  return one;
}

function own(steps: readonly number[], at = time(), live = false): string {
  const props = { title: 'Loss', stepName: 'epoch', steps, time: at, live };
  return renderInLesson(initialSnapshot([]), <OwnScrubber {...props} />);
}

function shared(at: CellTime): string {
  const group = { stepName: 'epoch', figures: ['a', 'b'], steps: STEPS, time: at };
  return renderInLesson(initialSnapshot([]), <TimeBars groups={[group]} live={false} />);
}

const buttons = (html: string) =>
  [...html.matchAll(/<button[^>]*>(.*?)<\/button>/g)].map(([, text]) =>
    text?.replace(/<[^>]*>/g, ''),
  );

describe('the time of one figure', () => {
  it('can be compared with itself, as that of several figures can', () => {
    expect(buttons(own(STEPS))).toEqual(['Play', 'Latest', 'Compare']);
    expect(buttons(own(STEPS))).toEqual(buttons(shared(time())));
    for (const html of [own(STEPS, time(1)), shared(time(1))]) {
      expect(buttons(html)).toEqual(['Play', 'Latest', 'End comparing']);
      expect(html).toContain('A stays at epoch 1; the slider moves B.');
    }
  });

  it('is not there before there are two steps', () => {
    for (const steps of [[], [0]]) {
      expect(own(steps)).toBe('');
      expect(own(steps, time(), true)).toBe('');
    }
  });
});
