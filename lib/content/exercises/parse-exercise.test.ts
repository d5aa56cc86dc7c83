import { describe, expect, it } from 'vitest';
import { parseExercise } from './parse-exercise';
import { lineOf, refuses } from './refuses';
import { SAMPLE_FILE, sampleExercise, type SampleParts } from './sample';

const FILE = SAMPLE_FILE;
const parse = (parts: SampleParts = {}) => parseExercise(sampleExercise(parts), FILE);

describe('an exercise of kind code', () => {
  it('is read, with defaults', () => {
    const { exercise, material, code } = parse({ rest: '<Hint>Add it to itself.</Hint>\n' });
    expect(exercise).toEqual({
      id: 'double',
      title: 'Double',
      kind: 'code',
      points: 2,
      difficulty: 'easy',
      concepts: ['doubling'],
      hints: 1,
      seed: expect.any(Number),
      seconds: 20,
      starter: 'function double(x: number) {\n  return x;\n}',
      given: [],
      tests: [{ sentence: 'two gives four', points: 1 }],
      hidden: { tests: 1, points: 1 },
    });
    expect(material).toEqual({
      setup: '',
      tests: expect.stringContaining('toBe(4)'),
      solution: expect.stringContaining('2 * x'),
      reveal: '',
    });
    expect(code?.hidden).toMatchObject([{ sentence: 'minus one gives minus two' }]);
  });

  it('gives away nothing that is hidden', () => {
    const { exercise, material } = parse({
      fields: { points: '3' },
      fences: {
        tests: "test('a', () => 0);\nmistake('m', () => true);",
        'hidden-tests': "test('CANARY', () => 0, { points: 2 });",
      },
      mistakes: ['const CANARY = 1;'],
    });
    expect(JSON.stringify({ exercise, material })).not.toContain('CANARY');
    expect(exercise).toMatchObject({ hidden: { tests: 1, points: 2 } });
  });

  it('pairs known mistakes with answers that make them, and knows all lines', () => {
    const parts = {
      fences: {
        tests: "test('a', () => 0);\nmistake('adds', () => 1);\nmistake('squares', () => 1);",
      },
      mistakes: ['const first = 1;', 'const second = 2;'],
    };
    const source = sampleExercise(parts);
    const { code } = parseExercise(source, FILE);
    expect(code?.mistakes).toMatchObject([
      {
        sentence: 'adds',
        line: lineOf(source, "mistake('adds'"),
        example: { code: 'const first = 1;' },
      },
      {
        sentence: 'squares',
        example: { code: 'const second = 2;', line: lineOf(source, 'const second') - 1 },
      },
    ]);
    expect(code?.tests).toMatchObject([{ line: lineOf(source, "test('a'") }]);
  });

  it('has given regions, which all answers repeat', () => {
    const given = '// given\nconst two = 2;\n// end given\n';
    const { exercise } = parse({
      fences: { starter: `\n${given}two;`, solution: `two;\n${given}` },
    });
    expect(exercise).toMatchObject({ given: [{ from: 2, to: 4 }] });
  });

  it('has a seed of its own that stays', () => {
    expect(parse().exercise).toEqual(parse().exercise);
    expect(parse({ fields: { seed: '5' } }).exercise).toMatchObject({ seed: 5 });
  });
});

describe('its front matter', () => {
  it.each<[Record<string, string | null>, string]>([
    [
      { author: 'me' },
      ':7, front matter, "author": not a field of an exercise of kind code. Known: id, title, points,',
    ],
    [{ answer: '3' }, '"answer": not a field of an exercise of kind code.'],
    [{ title: null }, '"title": is required. Write for instance `title: '],
    [
      { title: null, titel: 'A' },
      ':6, front matter, "titel": not a field of an exercise of kind code. Did you mean "title"?',
    ],
    [{ knid: 'choice' }, '"knid": not a field of an exercise of kind code. Did you mean "kind"?'],
    [{ kind: 'prediction', comit: 'curve' }, '"comit": not a field. Did you mean "commit"?'],
    [
      { kind: 'choise' },
      '"kind": must be code, choice, number, prediction or text. Did you mean "choice"?',
    ],
    [{ difficulty: 'medum' }, '"difficulty": must be easy, medium or hard. Did you mean "medium"?'],
    [{ concepts: '[]' }, ':5, front matter, "concepts": must name at least one concept.'],
    [{ difficulty: 'brutal' }, '"difficulty": must be easy, medium or hard.'],
    [{ points: '0' }, '"points": must be at least 1.'],
    [{ points: '1.5' }, '"points": must be a whole number.'],
    [
      { points: '7' },
      ':6, front matter, "points": is 7, but the tests count 2 (1 in tests, 1 in hidden-tests). Write `points: 2`',
    ],
    [{ seconds: '500' }, '"seconds": must be at most 120'],
    [{ kind: 'essay' }, '"kind": must be code, choice, number, prediction or text.'],
    [{ id: 'triple' }, '"id": is triple, but the file is double.mdx. Give both the same name.'],
    [{ id: 'Double it' }, '"id": must be a slug'],
  ])('refuses %o', (fields, reason) => {
    expect(() => parse({ fields })).toThrow(reason);
    expect(() => parse({ fields })).toThrow(FILE);
  });
});

describe('its fences', () => {
  it.each(['starter', 'solution', 'tests', 'hidden-tests'])('must include %s', (name) => {
    refuses(
      sampleExercise({ fences: { [name]: null } }),
      null,
      `the fence \`\`\`ts ${name} is missing.`,
    );
    refuses(sampleExercise({ fences: { [name]: ' ' } }), `\`\`\`ts ${name}`, 'is empty.');
  });

  it.each(['setup', 'starter', 'solution', 'tests', 'hidden-tests'])(
    'hold no syntax error: %s',
    (name) => {
      const source = sampleExercise({ fences: { [name]: 'const a = 1;\nconst = BROKEN;' } });
      refuses(source, 'const = BROKEN', `syntax error in \`\`\`ts ${name}: `);
    },
  );

  it('of mistakes hold none either', () => {
    const fences = { tests: "test('a', () => 0);\nmistake('m', () => true);" };
    const source = sampleExercise({ fences, mistakes: ['let BROKEN ='] });
    refuses(source, 'let BROKEN', 'syntax error in ```ts mistake: ');
  });

  it('follow the rules of the sandbox', () => {
    refuses(
      sampleExercise({ fences: { solution: 'export const NAME = 1;' } }),
      'export const NAME',
      'in ```ts solution: ',
    );
  });

  it.each([
    [
      '```ts hidden_tests\n1;\n```\n',
      'a fence "hidden_tests" is not known. Did you mean "hidden-tests"? Known: setup, starter,',
    ],
    ['```ts cell="a" title="A"\n1;\n```\n', 'An exercise has no cells.'],
    ['```js setup\n1;\n```\n', 'write ```ts setup, not ```js setup.'],
    ['```ts starter\n1;\n```\n', '```ts starter is on line 11 already.'],
    ['```ts reveal\n1;\n```\n', 'is no part of an exercise of kind code. It has: ```ts starter,'],
    ['<Choice correct>a</Choice>\n', '<Choice> is no part of an exercise of kind code.'],
    ['Some more text.\n', "text stands after the exercise's first part, on line 11. "],
    ['<Hint>\n```ts setup\n1;\n```\n</Hint>\n', 'must not be inside anything else.'],
    ['<Hint></Hint>\n', '<Hint> is empty.'],
  ])('refuse %j', (rest, reason) => {
    expect(() => parse({ rest })).toThrow(reason);
  });

  it('may not make the solution the starter', () => {
    refuses(
      sampleExercise({ fences: { solution: 'const SAME = 1;', starter: 'const SAME = 1;' } }),
      '```ts solution',
      'the solution is the starter.',
    );
  });
});

describe('given regions', () => {
  const given = '// given\nconst two = 2;\n// end given\n';
  it.each([
    ['// given\nconst two = 2;', '// given', '"// given" is never closed.'],
    ['const two = 2;\n  // end given', '  // end given', '"// end given" closes nothing.'],
    [
      '// given\n1;\n  // given\n2;',
      '  // given',
      '"// given" stands inside the given region of line 12.',
    ],
  ])('must be in pairs: %j', (starter, at, reason) => {
    refuses(sampleExercise({ fences: { starter } }), at, reason);
  });

  it('must be the same in the solution and in mistakes', () => {
    const starter = `${given}let x = 1;`;
    const other = given.replace('2;', '3;');
    const source = sampleExercise({ fences: { starter, solution: other } });
    refuses(
      source,
      'const two = 3',
      "the given region differs from the starter's, where line 13 is `const two = 2;`.",
    );
    const without = sampleExercise({ fences: { starter, solution: 'let y = 1;' } });
    refuses(without, '```ts solution', 'the starter has 1 given region and ```ts solution has 0.');
    const tests = "test('a', () => 0);\nmistake('m', () => true);";
    const mistaken = sampleExercise({
      fences: { starter, solution: given, tests },
      mistakes: [other],
    });
    refuses(mistaken, 'const two = 3', 'the given region differs');
  });
});

describe('the text of any exercise', () => {
  it.each([
    ['## Part\n', 'an exercise has no headings'],
    ['So.[^a]\n\n[^a]: Note.\n', 'an exercise has no footnotes'],
    ['$\\nosuch$\n', 'formula: '],
    ['<Cell />\n', 'unknown component <Cell>'],
    ['<Exercise id="double" />\n', 'unknown component <Exercise>'],
    ['A {b}.\n', 'is code.'],
    ['A { b\n', 'MDX: '],
    ['', 'there is no task.'],
  ])('refuses %j', (task, reason) => {
    expect(() => parse({ task })).toThrow(reason);
    expect(() => parse({ task })).toThrow(FILE);
  });
});
