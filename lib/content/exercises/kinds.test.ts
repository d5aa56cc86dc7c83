import { describe, expect, it } from 'vitest';
import { parseExercise } from './parse-exercise';
import { SAMPLE_FILE as FILE, sampleOf } from './sample';

describe('a choice', () => {
  const choice = (body: string) => sampleOf({ kind: 'choice' }, `Which?\n\n${body}`);
  it('is read, on lines of its own or together', () => {
    const body =
      '<Choice correct>Four</Choice>\n<Choice because="that is its half">One</Choice>\n\n<Choice because="no">\n  $2^3$\n\n  or so\n</Choice>\n\n<Hint>Count.</Hint>\n';
    const { exercise, pieces, material } = parseExercise(choice(body), FILE);
    expect(exercise).toMatchObject({
      kind: 'choice',
      hints: 1,
      choices: [
        { correct: true, because: '' },
        { correct: false, because: 'that is its half' },
        { correct: false, because: 'no' },
      ],
    });
    expect(pieces.choices.map((nodes) => nodes.map(({ type }) => type))).toEqual([
      ['mdxJsxFlowElement'],
      ['mdxJsxFlowElement'],
      ['paragraph', 'paragraph'],
    ]);
    expect(material).toEqual({ setup: '', tests: '', solution: '', reveal: '' });
  });

  it.each([
    ['<Choice correct>a</Choice>\n', 'there must be at least two <Choice>s, and there is one.'],
    ['', 'there must be at least two <Choice>s, and there are none.'],
    ['<Choice because="x">a</Choice>\n<Choice because="y">b</Choice>\n', 'no <Choice> is correct.'],
    ['<Choice correct>a</Choice>\n<Choice correct>b</Choice>\n', 'every <Choice> is correct.'],
    ['<Choice>a</Choice>\n<Choice correct>b</Choice>\n', 'needs because="why this is wrong".'],
    [
      '<Choice correct because="x">a</Choice>\n<Choice correct>b</Choice>\n',
      'is either correct, or has because',
    ],
    ['<Choice correct="yes">a</Choice>\n', 'write <Choice correct>, with nothing after it.'],
    ['<Choice reason="x">a</Choice>\n', '<Choice> has no attribute "reason".'],
    ['Text <Choice correct>a</Choice>\n', '<Choice> must stand on lines of its own'],
    ['<Aside>\n<Choice correct>a</Choice>\n</Aside>\n', '<Choice> must stand on lines of its own'],
    ['<Answer>a</Answer>\n', '<Answer> is no part of an exercise of kind choice.'],
    ['<Option>a</Option>\n', 'unknown component <Option>. Known: '],
  ])('is refused as %j', (body, reason) => {
    expect(() => parseExercise(choice(body), FILE)).toThrow(reason);
  });
});

describe('a number', () => {
  const number = (fields: Record<string, string | null>, body: string) =>
    sampleOf(
      { kind: 'number', answer: '0.25', tolerance: '0.01', ...fields },
      `How much?\n\n${body}`,
    );
  it('is read', () => {
    const body =
      '<Answer>\nA quarter.\n</Answer>\n\n<Wrong value="0.5">You took the "half".</Wrong>\n<Wrong value="-1" tolerance="0.5">Below zero.</Wrong>\n';
    expect(parseExercise(number({ unit: 'ms' }, body), FILE).exercise).toMatchObject({
      kind: 'number',
      answer: 0.25,
      tolerance: 0.01,
      unit: 'ms',
      wrong: [
        { value: 0.5, tolerance: 0.01, sentence: 'You took the “half”.' },
        { value: -1, tolerance: 0.5, sentence: 'Below zero.' },
      ],
    });
  });

  it.each<[Record<string, string | null>, string, string]>([
    [{}, '', '<Answer> is missing. An exercise of kind number needs one.'],
    [{ tolerance: null }, '', '"tolerance": is required. Write for instance `tolerance: 0.005`.'],
    [{ tolerance: '0' }, '', '"tolerance": must be above 0.'],
    [{ answer: 'many' }, '', '"answer": must be a number.'],
    [{}, '<Answer>a</Answer>\n\n<Answer>b</Answer>\n', 'there is an <Answer> already.'],
    [
      {},
      '<Answer>a</Answer>\n\n<Wrong value="0.255">b</Wrong>\n',
      '0.255 is right: the answer is 0.25 within 0.01.',
    ],
    [{}, '<Answer>a</Answer>\n\n<Wrong value="x">b</Wrong>\n', '<Wrong> needs a number'],
    [{}, '<Answer>a</Answer>\n\n<Wrong>b</Wrong>\n', '<Wrong> needs the attribute value'],
    [
      {},
      '<Answer>a</Answer>\n\n<Wrong value="1" tolerance="-1">b</Wrong>\n',
      'the tolerance of <Wrong>',
    ],
    [{}, '<Answer>a</Answer>\n\n<Wrong value="1">$b$</Wrong>\n', '<Wrong> is a plain sentence'],
  ])('is refused as %o %j', (fields, body, reason) => {
    expect(() => parseExercise(number(fields, body), FILE)).toThrow(reason);
  });
});

describe('a prediction', () => {
  const REVEAL = '```ts reveal\nconst a = [1, 2];\na;\n```\n\n<Answer>Because.</Answer>\n';
  const curve = { commit: 'curve', x: '[0, 10]', y: '[0, 1]', xLabel: 'epoch', yLabel: 'loss' };
  const prediction = (fields: Record<string, string | null>, body = REVEAL) =>
    parseExercise(sampleOf({ kind: 'prediction', ...fields }, `What comes?\n\n${body}`), FILE);
  it('of a number or a curve is read', () => {
    expect(prediction({ commit: 'number', tolerance: '0.1' })).toMatchObject({
      exercise: { kind: 'prediction', commit: { of: 'number' }, tolerance: 0.1, seconds: 20 },
      material: { reveal: 'const a = [1, 2];\na;' },
    });
    expect(prediction(curve).exercise).toMatchObject({
      commit: { of: 'curve', x: [0, 10], y: [0, 1], xLabel: 'epoch', yLabel: 'loss' },
      tolerance: null,
    });
  });

  it.each<[Record<string, string | null>, string, string]>([
    [{}, REVEAL, '"commit": is required. Write for instance `commit: number`.'],
    [{ commit: 'shape' }, REVEAL, '"commit": must be number or curve.'],
    [{ ...curve, yLabel: null }, REVEAL, '"yLabel": is required.'],
    [{ ...curve, x: '[10, 0]' }, REVEAL, '"x": must go from the smaller to the larger number.'],
    [{ ...curve, x: '3' }, REVEAL, '"x": must be two numbers, such as [0, 10].'],
    [{ commit: 'number', x: '[0, 1]' }, REVEAL, '"x": not a field of a prediction of a number.'],
    [{ commit: 'number' }, '<Answer>a</Answer>\n', 'the fence ```ts reveal is missing.'],
    [{ commit: 'number' }, '```ts reveal\n1;\n```\n', '<Answer> is missing.'],
    [
      { commit: 'number' },
      '```ts reveal\nconst a = 1;\n```\n\n<Answer>a</Answer>\n',
      'must be an expression',
    ],
    [
      { commit: 'number' },
      '```ts reveal\nconst =;\n```\n\n<Answer>a</Answer>\n',
      'syntax error in ```ts reveal',
    ],
  ])('is refused as %o %j', (fields, body, reason) => {
    expect(() => prediction(fields, body)).toThrow(reason);
  });
});

describe('a text', () => {
  it('has the answer of its author', () => {
    const source = sampleOf({ kind: 'text' }, 'Why?\n\n<Answer>Because.</Answer>\n');
    expect(parseExercise(source, FILE).exercise).toMatchObject({ kind: 'text', hints: 0 });
    expect(() => parseExercise(sampleOf({ kind: 'text' }, 'Why?\n'), FILE)).toThrow(
      '<Answer> is missing.',
    );
  });
});
