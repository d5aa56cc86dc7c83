import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Checked, Tested } from '@/lib/protocol';
import { checked as anyChecked, tested as anyTested } from '@/lib/protocol/arbitraries';
import { judge, type Ending } from './verdict';

const spec = {
  tests: [
    { sentence: 'sums to one', points: 1 },
    { sentence: 'is stable', points: 2 },
  ],
};
const names = spec.tests.map(({ sentence }) => sentence);

const told = (sentence: string, passed = true): Tested => ({
  sentence,
  passed,
  message: passed ? '' : 'It did not.',
  details: [],
  ms: 1,
});

const clean: Checked = {
  registered: names,
  setupError: null,
  answerError: null,
  testsError: null,
  mistake: null,
  ms: 3,
};
const error = { name: 'TypeError', message: 'x is not a function', line: 4, stack: [] };
const all = names.map((name) => told(name));
const finished = (tested: Tested[], checked: Partial<Checked> = {}): Ending => ({
  how: 'finished',
  checked: { ...clean, ...checked },
  tested,
});

describe('a pass', () => {
  it('is a check in which every test passed, in any order', () => {
    const verdict = judge(spec, finished(all));
    expect(verdict).toMatchObject({ status: 'passed', points: 3, possible: 3, selfChecked: true });
    expect(judge(spec, finished([...all].reverse())).status).toBe('passed');
  });

  it.each<[string, Ending]>([
    ['a missing test', finished(all.slice(1))],
    ['a test that told twice', finished([...all, all[0]!])],
    ['a test that is not the exercise’s', finished([...all, told('is forged')])],
    ['a test that was not registered', finished(all, { registered: names.slice(1) })],
    ['a test that was registered twice', finished(all, { registered: [...names, names[0]!] })],
    ['one that replaces another', finished(all, { registered: [names[0]!, names[0]!] })],
    ['an error of the set-up', finished(all, { setupError: error })],
    ['an error of the answer', finished(all, { answerError: error })],
    ['an error of the tests', finished(all, { testsError: error })],
    ['no answer in time', { how: 'timeout', tested: all }],
    ['a stop', { how: 'stopped', tested: all }],
    ['a crash', { how: 'crashed', detail: 'The worker is gone.', tested: all }],
  ])('is not %s', (_, ending) => {
    const verdict = judge(spec, ending);
    expect(verdict.status).not.toBe('passed');
    expect(verdict.message).not.toBe('');
  });

  it('is not an exercise without tests', () => {
    expect(judge({ tests: [] }, finished([], { registered: [] })).status).toBe('error');
  });

  it('is nothing else, whatever comes', () => {
    const sentence = fc.constantFrom(...names, 'is forged');
    const report = fc.record({
      how: fc.constantFrom('finished', 'timeout', 'stopped', 'crashed'),
      detail: fc.constant(''),
      checked: fc
        .record({ report: anyChecked, registered: fc.array(sentence, { maxLength: 3 }) })
        .map(({ report: any, registered }) => ({ ...any, registered })),
      tested: fc.array(
        fc.record({ any: anyTested, sentence }).map(({ any, sentence: own }) => ({
          ...any,
          sentence: own,
        })),
        { maxLength: 4 },
      ),
    }) as fc.Arbitrary<Ending>;
    fc.assert(
      fc.property(report, (ending) => {
        fc.pre(!isComplete(ending));
        expect(judge(spec, ending).status).not.toBe('passed');
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Says in other words what `judge` calls a pass. */
function isComplete(ending: Ending): boolean {
  if (ending.how !== 'finished') return false;
  const { registered, setupError, answerError, testsError } = ending.checked;
  const sorted = [...names].sort().join();
  return (
    setupError === null &&
    answerError === null &&
    testsError === null &&
    [...registered].sort().join() === sorted &&
    ending.tested
      .map((test) => test.sentence)
      .sort()
      .join() === sorted &&
    ending.tested.every(({ passed }) => passed)
  );
}

describe('a check that did not pass', () => {
  it('gives the points of the tests that did', () => {
    const verdict = judge(spec, finished([told(names[0]!, false), told(names[1]!)]));
    expect(verdict).toMatchObject({ status: 'failed', points: 2, possible: 3, message: '' });
    expect(verdict.tests.map(({ status }) => status)).toEqual(['failed', 'passed']);
  });

  it('gives them also where the code stopped with an error, and says on which line', () => {
    const verdict = judge(spec, finished(all, { answerError: error }));
    expect(verdict).toMatchObject({ status: 'error', points: 3 });
    expect(verdict.message).toBe('Your code stopped with an error on line 4.');
  });

  it('gives none for a test that told twice', () => {
    expect(judge(spec, finished([...all, told(names[0]!, false)])).points).toBe(2);
  });

  it('says the mistake that was recognised', () => {
    const ending = finished([told(names[0]!), told(names[1]!, false)], { mistake: 'No shift.' });
    expect(judge(spec, ending).mistake).toBe('No shift.');
  });

  it('says whose fault it is', () => {
    expect(judge(spec, finished([], { setupError: error })).message).toContain('not your fault');
  });
});
