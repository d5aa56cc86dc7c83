import { describe, expect, it } from 'vitest';
import { checkExercise, mutantsWithin } from './check-exercise';
import { fullCheck, lineOfTests, type CodeExercise } from './code-exercise';
import { formatFinding, sortFindings, type Finding } from './finding';
import { judgeMistake } from './judge-mistake';
import { judgeSolution } from './judge-solution';
import { judgeStarter } from './judge-starter';
import { stateOf, type Ran } from './ran';
import { runInProcess } from './testing/run-in-process';

const part = (code: string, line: number) => ({ code, line });
const EXERCISE: CodeExercise = {
  ...{ id: 'double', file: 'double.mdx', seed: 1, seconds: 20 },
  setup: part('', 1),
  starter: part('const a = 1;', 11),
  solution: part('const a = 2;', 21),
  tests: part("const two = 2;\ntest('is 2', () => expect(a).toBe(two));", 31),
  hidden: part("const two = 2;\ntest('is below 3', () => expect(a).toBeLessThan(3));", 41),
  declared: [
    { sentence: 'is 2', line: 32, hidden: false },
    { sentence: 'is below 3', line: 42, hidden: true },
  ],
  mistakes: [{ sentence: 'You wrote 1.', line: 33, example: part('const a = 1;', 51) }],
};
const NO_ERRORS = { setupError: null, answerError: null, testsError: null, mistake: null, ms: 50 };
const passed = (sentence: string) => ({ sentence, passed: true, message: '' });

function ran(change: Partial<Ran> = {}): Ran {
  const tested = EXERCISE.declared.map(({ sentence }) => passed(sentence));
  return { how: 'finished', detail: '', report: NO_ERRORS, tested, ms: 100, ...change };
}
const crashed = ran({
  how: 'crashed',
  report: null,
  detail: 'The tab ran out of memory',
  tested: [],
});
const sentences = (findings: Finding[]) => findings.map(formatFinding);

describe('a full check', () => {
  it('lets hidden tests use the names of the public ones, and knows the lines of both', async () => {
    const { tests } = fullCheck(EXERCISE, '');
    expect((await runInProcess(fullCheck(EXERCISE, 'const a = 2;'), 1)).tested).toHaveLength(2);
    const lines = tests.split('\n');
    const lineOf = (text: string) =>
      lineOfTests(EXERCISE, lines.findIndex((line) => line.includes(text)) + 1);
    expect(lineOf("test('is 2'")).toBe(32);
    expect(lineOf("test('is below 3'")).toBe(42);
    expect(lineOfTests(EXERCISE, undefined)).toBe(30);
  });
});

describe('the solution', () => {
  it('is right when every test says so', () => {
    expect(judgeSolution(EXERCISE, ran())).toEqual([]);
  });

  it('is not, when a test said nothing, or something twice', () => {
    const [first] = EXERCISE.declared;
    expect(sentences(judgeSolution(EXERCISE, ran({ tested: [passed(first!.sentence)] })))).toEqual([
      'double.mdx:42: The test "is below 3" did not report with the solution, so nobody can pass it.',
    ]);
    const twice = ran({ tested: [passed('is 2'), { ...passed('is 2'), passed: false }] });
    expect(stateOf(twice, 'is 2')).toBe('failed');
  });

  it('is told once what fails several of its tests', () => {
    const failed = ({ sentence }: { sentence: string }) => ({
      ...{ sentence, passed: false, message: 'a is not defined' },
    });
    expect(
      sentences(judgeSolution(EXERCISE, ran({ tested: EXERCISE.declared.map(failed) }))),
    ).toEqual([
      'double.mdx:32: The solution does not pass the test "is 2", nor that on line 42: a is not defined.',
    ]);
  });

  it('may end the sandbox, or nearly its time', () => {
    expect(sentences(judgeSolution(EXERCISE, crashed))).toEqual([
      "double.mdx:20: The sandbox did not survive the solution's check: The tab ran out of memory.",
    ]);
    expect(sentences(judgeSolution(EXERCISE, ran({ report: { ...NO_ERRORS, ms: 7000 } })))).toEqual(
      [
        "double.mdx:20: Note: The solution's check takes 7.0 s of the 20 s that it has, and a reader's device may be 3 times slower.",
      ],
    );
  });

  it('is told where the tests themselves fail, in the file', () => {
    const testsError = { name: 'Error', message: 'no data', line: 4, stack: [] };
    expect(
      sentences(judgeSolution(EXERCISE, ran({ report: { ...NO_ERRORS, testsError } }))),
    ).toEqual(["double.mdx:42: The tests' own code fails outside of a test: no data."]);
  });
});

describe('the starter', () => {
  it('passes nothing by failing the hidden tests alone', () => {
    const tested = [passed('is 2'), { ...passed('is below 3'), passed: false }];
    expect(sentences(judgeStarter(EXERCISE, ran({ tested })))[0]).toContain(
      'double.mdx:10: The starter passes every test',
    );
  });

  it('has not passed when it failed by itself', () => {
    const answerError = { name: 'Error', message: 'write this', stack: [] };
    expect(judgeStarter(EXERCISE, ran({ report: { ...NO_ERRORS, answerError } }))).toEqual([]);
    expect(sentences(judgeStarter(EXERCISE, crashed))).toHaveLength(1);
  });
});

describe('an example of a mistake', () => {
  const [mistake] = EXERCISE.mistakes;
  const judge = (change: Partial<Ran>) => sentences(judgeMistake(EXERCISE, mistake!, ran(change)));
  const name = 'The example of the mistake "You wrote 1."';

  it('is to be told its own sentence', () => {
    const report = { ...NO_ERRORS, mistake: 'You wrote 1.' };
    expect(judge({ report, tested: [{ ...passed('is 2'), passed: false }] })).toEqual([]);
    // It was told because a hidden test has failed, which no reader runs.
    const tested = [passed('is 2'), { ...passed('is below 3'), passed: false }];
    expect(judge({ report, tested })[0]).toContain('passes every test that the reader sees');
  });

  it('has to end, and to run', () => {
    expect(judge({ how: 'timeout', report: null })).toEqual([
      `double.mdx:50: ${name} did not end within 20 s, so its sentence is never shown.`,
    ]);
    expect(judge({ ...crashed })[0]).toContain(`${name} ended the sandbox`);
    const answerError = { name: 'TypeError', message: 'no', line: 1, stack: [] };
    expect(judge({ report: { ...NO_ERRORS, answerError }, tested: [] })).toEqual([
      `double.mdx:51: ${name} fails before it can be recognised: TypeError: no.`,
    ]);
  });
});

describe('checkExercise', () => {
  it('says how long a check takes, and what the tests catch', async () => {
    const { findings, summary } = await checkExercise(
      {
        ...EXERCISE,
        tests: part(`${EXERCISE.tests.code}\nmistake('You wrote 1.', () => a === 1);`, 31),
      },
      runInProcess,
    );
    expect(sentences(findings)).toEqual([]);
    expect(summary).toBe('double: 2 tests catch 1 of 1 mutants; a check takes 0.0 s.');
  });

  it('names a test that cannot fail also where there is nothing to change', async () => {
    const nothing = {
      ...EXERCISE,
      solution: part('let a;', 21),
      starter: part('let a;', 11),
      mistakes: [],
    };
    const tests = part("test('is 2', () => expect(2).toBe(2));", 31);
    const { findings } = await checkExercise(
      { ...nothing, tests, hidden: part('', 41), declared: [EXERCISE.declared[0]!] },
      runInProcess,
    );
    expect(sentences(findings)).toContain(
      'double.mdx:32: The test "is 2" cannot fail: the starter, each example of a mistake and 0 mutants (the solution with one thing wrong) pass it or never reach it. Write a `mistake` whose example it fails, or another test.',
    );
  });

  it('runs fewer mutants where each takes long', () => {
    expect([1, 500, 5_000, 60_000].map(mutantsWithin)).toEqual([12, 12, 6, 4]);
  });
});

describe('findings', () => {
  it('stand in order of files and lines, each once', () => {
    const finding = (file: string, line: number | null): Finding => ({
      file,
      line,
      level: 'error',
      sentence: 'No.',
    });
    const mixed = [
      finding('b', 2),
      finding('a', 10),
      finding('a', null),
      finding('a', 9),
      finding('b', 2),
    ];
    expect(sortFindings(mixed).map(formatFinding)).toEqual([
      'a: No.',
      'a:9: No.',
      'a:10: No.',
      'b:2: No.',
    ]);
  });
});
