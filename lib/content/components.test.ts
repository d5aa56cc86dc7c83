import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMPONENTS } from './components';
import { parseLesson } from './parse-lesson';
import { sampleLesson } from './sample';

const parse = (body: string) => parseLesson(sampleLesson(body), 'content/02-sample/lesson.mdx');

describe('the components that authors may write', () => {
  it.each(Object.keys(COMPONENTS))('%s is there to be drawn', (name) => {
    const registered = readFileSync('components/mdx/mdx-components.tsx', 'utf8');
    expect(registered).toMatch(new RegExp(`^  ${name},$`, 'm'));
  });

  it('include the opening illustration, which takes nothing', () => {
    expect(() => parse('Text.\n\n<ForwardPass />\n')).not.toThrow();
    expect(() => parse('Text.\n\n<ForwardPass speed="2" />\n')).toThrow(
      '<ForwardPass> has no attribute "speed".',
    );
  });
});
