import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { totalsOf, type OutlineExercise } from './outline';
import {
  afterCheck,
  afterHint,
  afterSolution,
  merged,
  noProgress,
  sawSolutionFirst,
  type Progress,
} from './progress';
import { progressFile, progressFileName, readProgressFile } from './progress-file';
import { helpWords, progressWords } from './progress-words';
import { peekProgress } from './peek-progress';
import { browserProgress } from './progress-store';
import type { Verdict } from './verdict';

const verdict = (status: Verdict['status'], points = 0): Verdict => ({
  ...{ status, points, possible: 4, tests: [], mistake: null, message: '' },
  selfChecked: true,
});

const START = noProgress('stable-softmax', 'activation-functions');
const tried = (...checks: [Verdict['status'], number][]): Progress =>
  checks.reduce<Progress>(
    (progress, [status, points], at) =>
      afterCheck(progress, verdict(status, points), `answer ${at}`, 1_000 + at),
    START,
  );

describe('progress', () => {
  it('keeps the best verdict and the last', () => {
    const progress = tried(['failed', 2], ['failed', 3], ['passed', 4], ['error', 0]);
    expect(progress).toMatchObject({
      best: { status: 'passed', points: 4, when: 1_002 },
      last: { status: 'error', when: 1_003 },
      answer: 'answer 3',
      attempts: 4,
    });
  });

  it('counts no check that the reader stopped', () => {
    expect(tried(['stopped', 0]).attempts).toBe(0);
    expect(tried(['timeout', 0]).attempts).toBe(1);
  });

  it('keeps how many hints were opened, and when the solution first was', () => {
    const progress = afterSolution(afterSolution(afterHint(afterHint(START, 2), 1), 500), 700);
    expect(progress).toMatchObject({ hints: 2, solution: 500 });
    expect(sawSolutionFirst(progress)).toBe(true);
    const passed = afterCheck(START, verdict('passed', 4), '', 100);
    expect(sawSolutionFirst(afterSolution(passed, 200))).toBe(false);
    expect(sawSolutionFirst(afterCheck(progress, verdict('passed', 4), '', 900))).toBe(true);
  });

  it('is merged alike in both orders, and once is as often', () => {
    const a = afterHint(tried(['failed', 2], ['passed', 4]), 1);
    const b = afterSolution(afterHint(tried(['failed', 3], ['error', 0], ['failed', 1]), 3), 50);
    const both = merged(a, b);
    expect(both).toEqual(merged(b, a));
    expect(merged(both, a)).toEqual(both);
    expect(both).toMatchObject({
      ...{ best: a.best, last: b.last, attempts: 3, hints: 3, solution: 50 },
    });
  });

  it('adds up what the course has now', () => {
    const exercises: OutlineExercise[] = ['stable-softmax', 'relu', 'new'].map((id) => ({
      ...{ id, kind: 'code', title: id, points: 2, difficulty: 'easy' },
    }));
    const records = new Map([
      ['stable-softmax', tried(['passed', 4])],
      ['relu', tried(['failed', 1])],
      ['gone', tried(['passed', 9])],
    ]);
    const totals = { passed: 1, tried: 2, of: 3, points: 3, possible: 6 };
    expect(totalsOf(exercises, records)).toEqual(totals);
  });
});

describe('the words of progress', () => {
  const exercise: OutlineExercise = {
    ...{ id: 'relu', kind: 'code', title: 'ReLU', points: 4, difficulty: 'easy' },
  };

  it('say what was reached, and with what help', () => {
    expect(progressWords(undefined, exercise)).toBe('not tried yet');
    expect(progressWords(START, exercise)).toBe('not tried yet');
    expect(progressWords(afterHint(START, 1), exercise)).toBe('not checked yet');
    expect(progressWords(tried(['failed', 1]), exercise)).toBe('not passed yet, 1 of 4 points');
    const passed = afterSolution(afterHint(tried(['failed', 1], ['passed', 4]), 2), 9_999);
    expect(progressWords(passed, exercise)).toBe('passed, 4 of 4 points');
    expect(progressWords(passed, { ...exercise, kind: 'text' })).toMatch(/by your own word/);
    expect(helpWords(passed)).toBe('2 checks, 2 hints, solution seen after passing');
    expect(helpWords(START)).toBe('');
  });
});

describe('a file of progress', () => {
  const records = [tried(['failed', 2], ['passed', 4]), { ...START, exercise: 'relu' }];

  it('gives back what went in', () => {
    expect(readProgressFile(progressFile(records, 0))).toEqual({ records });
    expect(progressFileName(Date.UTC(2026, 10, 3))).toBe('layerwise-progress-2026-11-03.json');
  });

  const change = (how: (record: Record<string, unknown>) => unknown) => {
    const file = JSON.parse(progressFile(records, 0)) as { exercises: Record<string, unknown>[] };
    return JSON.stringify({ ...file, exercises: [file.exercises[1], how(file.exercises[0]!)] });
  };

  it.each([
    ['no JSON', 'hello'],
    ['nothing', 'null'],
    ['a list', '[]'],
    ['another kind', '{"kind":"layerwise-notebook","version":1,"exercises":[]}'],
    ['a later version', '{"kind":"layerwise-progress","version":2,"exercises":[]}'],
    ['no list', '{"kind":"layerwise-progress","version":1,"exercises":{}}'],
    ['no record', change(() => 7)],
    ['a name that is none', change((record) => ({ ...record, exercise: '<b>' }))],
    [
      'more points than there are',
      change((r) => ({ ...r, best: { ...(r['best'] as object), points: 9 } })),
    ],
    [
      'a verdict that is none',
      change((r) => ({ ...r, last: { ...(r['last'] as object), status: 'won' } })),
    ],
    ['part of a count', change((record) => ({ ...record, hints: 1.5 }))],
    ['a time that is none', change((record) => ({ ...record, solution: '2026' }))],
  ])('is refused whole when it holds %s', (_name, text) => {
    const read = readProgressFile(text);
    expect(read).toHaveProperty('refused');
    expect((read as { refused: string }).refused).toMatch(
      /^This is no file .*Nothing was changed\.$/,
    );
  });

  it('loses what it should not have', () => {
    const text = change((record) => ({ ...record, more: 'x'.repeat(9) }));
    expect(JSON.stringify(readProgressFile(text))).not.toContain('xxx');
  });
});

describe('the store of progress', () => {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
  });

  it('keeps the changes of two tabs at once', async () => {
    const [here, there] = [browserProgress(), browserProgress()];
    const change = (store: typeof here) =>
      store.change('relu', 'a', (progress) => afterCheck(progress, verdict('failed', 1), '', 1));
    await Promise.all([change(here), change(there), change(here), change(there)]);
    expect((await here.read('relu'))?.attempts).toBe(4);
  });

  it('can be looked into without being made', async () => {
    expect(await peekProgress()).toEqual([]);
    expect(await indexedDB.databases()).toEqual([]);
    const store = browserProgress();
    await store.merge([tried(['passed', 4])]);
    expect(await peekProgress()).toEqual([tried(['passed', 4])]);
  });

  it('tells of changes, forgets, and takes back', async () => {
    const store = browserProgress();
    let told = 0;
    const stop = store.subscribe(() => (told += 1));
    await store.merge([tried(['passed', 4])]);
    await store.merge([tried(['failed', 1])]);
    expect(await store.all()).toEqual([tried(['passed', 4])]);
    const cleared = await store.clear();
    expect(await store.all()).toEqual([]);
    expect(told).toBe(3);
    stop();
    await store.merge(cleared);
    expect(await store.all()).toEqual([tried(['passed', 4])]);
    expect(told).toBe(3);
  });
});
