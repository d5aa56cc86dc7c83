import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LessonContext } from '@/components/lesson/use-lesson';
import type { RunningLesson } from '@/lib/lesson/running-lesson';
import type { Control, ControlValue } from '@/lib/protocol';
import { ControlView } from './control-view';

const head = { key: 'k', name: 'k', label: 'A label' };
const slider: Control = {
  ...{ kind: 'slider', ...head, min: 0.001, max: 1, step: 0.01, scale: 'log', value: 0.03 },
};
const choice = (options: string[]): Control => ({
  ...{ kind: 'choice', ...head, options, value: options[0] ?? '' },
});
const points: Control = {
  ...{ kind: 'points', ...head, x: [0, 1], y: [0, 1], names: ['', ''] },
  ...{ labels: ['cat', 'dog'], value: [{ x: 0.25, y: 0.5, label: 1 }] },
};
const csv: Control = { kind: 'file', ...head, accept: 'csv', side: 1, value: null };

/** No test here sets anything, so the lesson is never asked. */
const lesson = {} as RunningLesson;

function render(control: Control, held: Record<string, ControlValue> = {}): string {
  return renderToStaticMarkup(
    <LessonContext value={lesson}>
      <ControlView cell="a" control={control} held={held} />
    </LessonContext>,
  );
}

/** The element that a label is for. */
function labelled(html: string): string {
  const [, id = ''] = /<label[^>]* for="([^"]*)"[^>]*>A label<\/label>/.exec(html) ?? [];
  return new RegExp(`<\\w+[^>]* id="${id}"[^>]*>`).exec(html)?.[0] ?? '';
}

describe('ControlView', () => {
  it('labels what is set, for each kind that is one field', () => {
    const text = { kind: 'text', ...head, placeholder: '', value: 'x' } as const;
    expect(labelled(render(slider))).toContain('type="range"');
    expect(labelled(render(choice([...'abcdef'])))).toContain('<select');
    expect(labelled(render({ kind: 'toggle', ...head, value: true }))).toContain('role="switch"');
    expect(labelled(render({ ...text, lines: 1 }))).toContain('type="text"');
    expect(labelled(render({ ...text, lines: 3 }))).toContain('<textarea');
    expect(labelled(render(csv))).toContain('type="file"');
  });

  it('shows a slider at its place on a logarithmic scale, its number as text', () => {
    const range = labelled(render(slider, { k: 0.1 }));
    expect(range).toContain('value="200"');
    expect(range).toContain('max="300"');
    expect(range).toContain('aria-valuetext="0.1"');
  });

  it('offers the way back to the code’s value once it was left', () => {
    const reset = (html: string) => /<button[^>]*Set A label back to 0.03[^>]*>/.exec(html)?.[0];
    expect(reset(render(slider))).toContain('data-hidden');
    expect(reset(render(slider, { k: 0.1 }))).not.toContain('data-hidden');
  });

  it('takes the code’s value where the person’s fits no more', () => {
    expect(labelled(render(slider, { k: 'x' }))).toContain('aria-valuetext="0.03"');
  });

  it('puts few short options side by side, in a named group, and others in a list', () => {
    const few = render(choice(['relu', 'tanh', 'sigmoid']), { k: 'tanh' });
    expect(few.match(/type="radio"/g)).toHaveLength(3);
    expect(few).toMatch(/role="radiogroup" aria-labelledby="[^"]+"/);
    expect(few).toMatch(/data-text="tanh"><input type="radio"[^>]*checked=""/);
    const long = ['the training part', 'the validation part', 'the test part'];
    expect(render(choice(long))).toContain('<select');
  });

  it('says of a pad how to draw by keys, and how much is drawn', () => {
    const value = new Float32Array(9);
    const html = render({ kind: 'draw', ...head, size: 3, value }, { k: value.with(4, 1) });
    const [, ids = ''] = /<canvas[^>]*aria-describedby="([^"]*)"/.exec(html) ?? [];
    const texts = ids.split(' ').map((id) => html.split(`id="${id}"`)[1]);
    expect(texts[0]).toMatch(/^[^>]*>1 of 9 cells inked</);
    expect(texts[1]).toMatch(/^[^>]*>Arrow keys move the pen/);
  });

  it('tells the classes of points by shape as well as by colour', () => {
    const html = render(points);
    const marks = [...html.matchAll(/<path d="([^"]*)" style="fill:var\((--class-\d)\)"/g)];
    expect(marks).toHaveLength(3);
    expect(marks[0]?.[1]).not.toBe(marks[1]?.[1]);
    expect(marks[0]?.[2]).not.toBe(marks[1]?.[2]);
    expect(marks[2]?.[0]).toBe(marks[1]?.[0]);
    expect(html).toContain('1 point: 1 dog');
  });

  it('asks for no class where there is but one', () => {
    expect(render({ ...points, labels: ['all'], value: [] })).not.toContain('radiogroup');
  });

  it('shows what it has of a file, and that the file stays', () => {
    const file = { kind: 'csv', name: 'trees.csv', text: 'Girth,Height\n8.3,70\n' } as const;
    const html = render(csv, { k: file });
    expect(html).toContain('1 row, 2 columns: Girth, Height');
    expect(html).toContain('aria-label="Remove trees.csv"');
    expect(html).toContain('Your file stays in this browser.');
    expect(render(csv)).not.toContain('Remove');
  });

  it('never lets a label or an option be markup', () => {
    const html = render({ ...choice(['<b>', 'c']), label: '<img src=x>' });
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<b>');
  });
});
