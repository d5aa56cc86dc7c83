import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LessonContext } from '@/components/lesson/use-lesson';
import type { Exercise } from '@/lib/exercises/exercise';
import { answerCell, exerciseLesson } from '@/lib/exercises/exercise-lesson';
import { UNTOUCHED, type ExerciseSnapshot } from '@/lib/exercises/exercise-snapshot';
import { CHOICE, CODE, CURVE, NUMBER, TEXT, verdictOf } from '@/lib/exercises/testing/exercises';
import { idleCell } from '@/lib/kernel/new-cell';
import type { Tested } from '@/lib/protocol';
import { ExerciseView } from './exercise-view';
import { Feedback } from './feedback';
import { SketchPad } from './sketch-pad';
import { SolutionView } from './solution-view';

const words = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** As the server sends it. */
const view = (exercise: Exercise, choices: string[] = []) =>
  renderToStaticMarkup(
    <ExerciseView
      slug="activation-functions"
      exercise={exercise}
      task={<p>Write it.</p>}
      hints={[<p key="a">Subtract.</p>, <p key="b">The largest.</p>]}
      answer={<p>Because.</p>}
      choices={choices}
      starter={
        <pre>
          <code>{exercise.kind === 'code' ? exercise.starter : ''}</code>
        </pre>
      }
    />,
  );

const buttonsIn = (html: string) =>
  [...html.matchAll(/<button[^>]*>(.*?)<\/button>/g)].map(([, inner]) => words(inner ?? ''));

describe('ExerciseView', () => {
  it('has what its names promise, before any script', () => {
    const html = view(CODE);
    expect(html).toContain('data-exercise="stable-softmax"');
    expect(html).toContain('data-verdict="unattempted"');
    expect(html).toContain('data-feedback=""');
    expect(buttonsIn(html)).toEqual(['Run', 'Check', 'Stop', 'Hint', 'Solution', 'Reset']);
  });

  it('says what it asks and gives, and hides its hints', () => {
    const html = view(CODE);
    expect(words(html)).toContain('A softmax that does not overflow easy 4 points softmax');
    expect(html).toMatch(/<ol[^>]*hidden=""[^>]*data-hints=""/);
    expect(html).toContain('Subtract.');
    expect(words(html)).toContain('function softmax(logits)');
  });

  it('asks in the way of its kind', () => {
    expect(view(CHOICE, ['ReLU', 'Sigmoid'])).toMatch(/type="radio".*ReLU.*type="radio".*Sigmoid/);
    expect(view(NUMBER)).toContain('inputMode="decimal"');
    expect(view(TEXT)).toContain('<textarea');
    for (const exercise of [CHOICE, NUMBER, TEXT, CURVE]) {
      expect(buttonsIn(view(exercise))).toEqual(expect.arrayContaining(['Check', 'Hint', 'Reset']));
      expect(buttonsIn(view(exercise))).not.toContain('Run');
    }
  });
});

/** What a check has found, of an answer that is still on the page. */
function feedback(change: Partial<ExerciseSnapshot>, exercise: Exercise = CODE): string {
  const cell = idleCell({ id: answerCell(exercise.id), title: '', code: 'mine' });
  const verdict = verdictOf();
  return renderToStaticMarkup(
    <LessonContext value={exerciseLesson('a', exercise)}>
      <Feedback
        exercise={exercise}
        snapshot={{ ...UNTOUCHED, status: 'failed', verdict, checked: 'mine', ...change }}
        cell={cell}
        author={<p>The author’s words.</p>}
        onGoTo={() => undefined}
        onPutBack={() => undefined}
        onOwnWord={() => undefined}
      />
    </LessonContext>,
  );
}

describe('Feedback', () => {
  it('says of each test in words whether it passed, failed or was not reached', () => {
    expect(words(feedback({}))).toBe(
      'Not passed yet: 1 of 4 points. passed The probabilities add up to 1. 1 point ' +
        'not reached Large logits do not overflow. 3 points ' +
        'One more test, worth 2, would run where a course is graded. Checked by your own browser alone.',
    );
  });

  it('puts the recognised mistake first, then why each test failed, with values and the line', () => {
    const result: Tested = {
      ...{ sentence: 'Large logits do not overflow.', passed: false, line: 3, ms: 1 },
      message: 'It gave NaN.',
      details: [{ label: 'softmax([1000])', output: { kind: 'text', text: '[NaN]' } }],
    };
    const [first, second] = verdictOf().tests;
    const tests = [first!, { ...second!, status: 'failed' as const, result }];
    const html = words(
      feedback({ verdict: verdictOf({ tests, mistake: 'You forgot the largest.' }) }),
    );
    expect(html.indexOf('You forgot the largest.')).toBeLessThan(html.indexOf('It gave NaN.'));
    expect(html).toContain(
      'It gave NaN. line 3 What came, and what was expected softmax([1000]) [NaN]',
    );
  });

  it('gives a reason that several tests have once', () => {
    const fails = (sentence: string, line: number) => ({
      ...{ sentence, points: 1, status: 'failed' as const },
      result: { sentence, passed: false, line, ms: 1, message: 'There is no `z`.', details: [] },
    });
    const tests = [fails('One.', 2), fails('Two.', 2), fails('Three.', 5)];
    const html = words(feedback({ verdict: verdictOf({ tests }) }));
    expect(html).toMatch(/One\..*There is no.*Two\..*For the same reason\..*Three\..*There is no/);
    expect(html.match(/There is no/g)).toHaveLength(2);
  });

  it('shows a value and its figure under one label, and says no call twice', () => {
    const value = { type: 'primitive', kind: 'number', text: '7' } as const;
    const result: Tested = {
      ...{ sentence: 'Large logits do not overflow.', passed: false, ms: 1 },
      message: '`softmax(7)` is no list: softmax(7) gave 7, expected [1].',
      details: [
        { label: 'What came', output: { kind: 'value', value } },
        { label: 'What came', output: { kind: 'value', value } },
        { label: 'What was called', output: { kind: 'text', text: 'softmax(7) gave 7' } },
      ],
    };
    const [first, second] = verdictOf().tests;
    const tests = [first!, { ...second!, status: 'failed' as const, result }];
    const html = feedback({ verdict: verdictOf({ tests }) });
    expect(html).toMatch(/<code[^>]*>softmax\(7\)<\/code> is no list/);
    expect(html.match(/<dt>/g)).toHaveLength(1);
    expect(html.match(/<dd>/g)).toHaveLength(2);
    expect(html).not.toContain('What was called');
  });

  it('has the author’s words once, where the solution has them too', () => {
    expect(words(feedback({}, TEXT))).toContain('The author’s words.');
    expect(words(feedback({ solution: 'shown' }, TEXT))).not.toContain('The author’s words.');
  });

  it('says when the answer has changed since', () => {
    expect(words(feedback({ checked: 'another' }))).toContain('has changed since this check');
    expect(words(feedback({}))).not.toContain('has changed since');
  });

  it('has no button with a name that others have', () => {
    const given = feedback({ changedLines: [{ from: 2, to: 2 }, null], note: 'Changed.' });
    expect(words(given)).toContain('line 2 and lines that are missing');
    expect(buttonsIn(given)).toEqual(['Put the given lines back']);
    const comparing = feedback({ comparing: true, verdict: null }, TEXT);
    expect(buttonsIn(comparing)).toEqual(['Yes, the same', 'Not yet']);
    for (const name of [...buttonsIn(given), ...buttonsIn(comparing)]) {
      expect(name).not.toMatch(/run|check|hint|solution|reset/i);
    }
  });
});

describe('SolutionView', () => {
  it('shows code, what is right, or words', () => {
    const shown = (exercise: Exercise, solutionCode = '') =>
      words(
        renderToStaticMarkup(
          <SolutionView
            exercise={exercise}
            snapshot={{ ...UNTOUCHED, solutionCode }}
            answer={exercise.kind === 'number' ? <p>Count them.</p> : null}
            choices={['ReLU', 'Sigmoid']}
          />,
        ),
      );
    expect(shown(CODE, 'const a = 1;')).toBe('A solution const a = 1;');
    expect(shown(CHOICE)).toBe('A solution ReLU');
    expect(shown(NUMBER)).toBe('A solution 3 s Count them.');
  });
});

describe('SketchPad', () => {
  it('says to those who do not see it where they are and what is drawn', () => {
    const { commit } = CURVE;
    if (commit.of !== 'curve') throw new Error('It is a curve.');
    const pad = (revealed: number[] | null) =>
      renderToStaticMarkup(
        <SketchPad
          plane={commit}
          value=""
          onChange={() => undefined}
          titleId="title"
          readOnly={revealed !== null}
          revealed={revealed}
        />,
      );
    expect(pad(null)).toContain('aria-label="Your curve of loss over epoch"');
    expect(pad(null)).toContain('aria-valuetext="epoch 0: nothing drawn here"');
    expect(words(pad([1, 0]))).toContain('Dashed: what you expected. Drawn through: what came.');
  });
});
