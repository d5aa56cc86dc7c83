import { describe, expect, it } from 'vitest';
import { testBrowser } from '@/lib/drafts/testing/test-browser';
import { initialSnapshot } from '@/lib/lesson/initial-snapshot';
import { lessonEffects } from '@/lib/lesson/lesson-effects';
import type { CheckedCode } from './check-code';
import { stroke, EMPTY_SKETCH, writeSketch } from './curve';
import type { Exercise } from './exercise';
import { answerCell, exerciseLesson } from './exercise-lesson';
import { ExerciseStore } from './exercise-store';
import { afterCheck, noProgress, type Progress } from './progress';
import type { RevealEnd } from './reveal';
import { CHOICE, CODE, CURVE, NUMBER, TEXT, verdictOf } from './testing/exercises';

const settle = () => new Promise((resolve) => setImmediate(resolve));

const MATERIAL = { setup: '', tests: 'test()', solution: 'the solution', reveal: 'reveal' };

type World = { kept?: Progress; failing?: { material?: boolean; progress?: boolean } };

/** An exercise on a page whose checks end when the test says so. */
async function world(exercise: Exercise, { kept, failing = {} }: World = {}) {
  const records = new Map<string, Progress>(kept ? [[kept.exercise, kept]] : []);
  const checks: { answer: string; end: (checked: CheckedCode) => void }[] = [];
  const reveals: ((end: RevealEnd) => void)[] = [];
  const { work } = testBrowser().tab(`exercise ${exercise.id}`);
  const lesson = exerciseLesson('activation-functions', exercise, {
    ...lessonEffects,
    openWork: async () => work,
  });
  lesson.open();
  const store = new ExerciseStore('activation-functions', exercise, lesson, {
    loadMaterial: async () => {
      if (failing.material) throw new Error('The tests could not be loaded.');
      return MATERIAL;
    },
    async checkCode(_exercise, _material, answer) {
      let end: (checked: CheckedCode) => void = () => {};
      const result = new Promise<CheckedCode>((resolve) => (end = resolve));
      checks.push({ answer, end });
      const stopped = { verdict: verdictOf({ status: 'stopped' }), error: null, figures: {} };
      return { result, stop: () => end(stopped) };
    },
    async reveal() {
      let end: (end: RevealEnd) => void = () => {};
      const result = new Promise<RevealEnd>((resolve) => (end = resolve));
      reveals.push(end);
      return { result, stop: () => end({ how: 'stopped' }) };
    },
    progress: async () => ({
      all: async () => [...records.values()],
      read: async (id) => records.get(id) ?? null,
      async change(id, slug, how) {
        if (failing.progress) throw new Error('full');
        records.set(id, how(records.get(id) ?? noProgress(id, slug)));
        return records.get(id)!;
      },
      ...{ merge: async () => {}, clear: async () => [], subscribe: () => () => {} },
    }),
    now: () => 1_000,
  });
  await settle();
  const write = (answer: string) => lesson.edit(answerCell(exercise.id), answer);
  return { store, lesson, write, checks, reveals, records, now: () => store.getSnapshot() };
}

const ended = (verdict = verdictOf()): CheckedCode => ({ verdict, error: null, figures: {} });

describe('an exercise in code', () => {
  it('is checked as it stands, and its progress is kept', async () => {
    const { store, checks, now, records, write } = await world(CODE);
    expect(now()).toMatchObject({ status: 'unattempted', verdict: null });
    write(`${CODE.starter}\n// mine`);
    void store.check();
    expect(now().status).toBe('running');
    await settle();
    void store.check();
    expect(checks.map(({ answer }) => answer)).toEqual([`${CODE.starter}\n// mine`]);
    checks[0]!.end(ended());
    await settle();
    expect(now()).toMatchObject({ status: 'failed', checked: `${CODE.starter}\n// mine` });
    expect(now().said).toBe('Not passed yet: 1 of 4 points. 1 of 2 tests passed.');
    expect(records.get(CODE.id)).toMatchObject({ attempts: 1, best: { points: 1, when: 1_000 } });
  });

  it('is stopped, on its way to the sandbox too', async () => {
    const { store, checks, now } = await world(CODE);
    void store.check();
    store.stop();
    expect(now().status).toBe('unattempted');
    await settle();
    expect(checks).toHaveLength(0);
    void store.check();
    await settle();
    store.stop();
    await settle();
    expect(now()).toMatchObject({ status: 'stopped', progress: { attempts: 0 } });
  });

  it('is not run with other given lines, which come back', async () => {
    const { store, checks, now, write, lesson } = await world(CODE);
    write(CODE.starter.replace('SCALE = 1', 'SCALE = 2'));
    await store.check();
    expect(checks).toHaveLength(0);
    expect(now()).toMatchObject({ status: 'unattempted', changedLines: [{ from: 2, to: 2 }] });
    store.putBack();
    expect(lesson.getSnapshot().kernel.cells[answerCell(CODE.id)]?.code).toBe(CODE.starter);
    expect(now().changedLines).toEqual([]);
  });

  it('says what is missing, and stays as it was', async () => {
    const { store, now } = await world(CODE, { failing: { material: true } });
    await store.check();
    expect(now()).toMatchObject({ status: 'unattempted', note: 'The tests could not be loaded.' });
  });

  it('says when progress is not kept', async () => {
    const { store, checks, now } = await world(CODE, { failing: { progress: true } });
    void store.check();
    await settle();
    checks[0]!.end(ended(verdictOf({ status: 'passed', points: 4 })));
    await settle();
    expect(now().status).toBe('passed');
    expect(now().note).toMatch(/does not keep/);
  });

  it('shows what an earlier visit has found, of that very answer', async () => {
    const passed = verdictOf({ status: 'passed', points: 4 });
    const kept = afterCheck(noProgress(CODE.id, 'a'), passed, 'the answer', 500);
    const { now, write } = await world(CODE, { kept });
    expect(now().status).toBe('unattempted');
    write('the answer');
    expect(now()).toMatchObject({ status: 'passed', before: 500, checked: 'the answer' });
  });

  it('begins anew, and forgets no hint', async () => {
    const { store, checks, now, write, lesson } = await world(CODE);
    write(`${CODE.starter}\n`);
    void store.check();
    await settle();
    checks[0]!.end(ended());
    await settle();
    store.hint();
    store.reset();
    expect(now()).toMatchObject({ status: 'unattempted', verdict: null, hints: 1 });
    lesson.versions.undoReset(answerCell(CODE.id));
    expect(lesson.getSnapshot().kernel.cells[answerCell(CODE.id)]?.code).toBe(`${CODE.starter}\n`);
  });
});

describe('hints and the solution', () => {
  it('opens one hint after the other', async () => {
    const { store, now, records } = await world(CODE);
    for (const shown of [1, 2, 2]) {
      store.hint();
      expect(now().hints).toBe(shown);
    }
    await settle();
    expect(records.get(CODE.id)?.hints).toBe(2);
  });

  it('asks twice before an attempt, and notes it', async () => {
    const { store, now, records } = await world(CODE);
    await store.solve();
    expect(now().solution).toBe('warned');
    expect(now().note).toMatch(/have not tried/);
    await store.solve();
    await settle();
    expect(now()).toMatchObject({ solution: 'shown', solutionCode: 'the solution' });
    expect(records.get(CODE.id)?.solution).toBe(1_000);
    await store.solve();
    expect(now().solution).toBe('hidden');
    await store.solve();
    expect(now().solution).toBe('shown');
  });

  it('shows the solution at once after an attempt', async () => {
    const kept = afterCheck(noProgress(CODE.id, 'a'), verdictOf(), 'x', 500);
    const { store, now } = await world(CODE, { kept });
    await store.solve();
    expect(now().solution).toBe('shown');
  });
});

describe('exercises of other kinds', () => {
  it('says why a choice is wrong', async () => {
    const { store, now, write } = await world(CHOICE);
    await store.check();
    expect(now()).toMatchObject({ status: 'unattempted', note: 'Choose an answer first.' });
    write('0');
    expect(now().note).toBe('');
    write('1');
    await store.check();
    expect(now().verdict).toMatchObject({ status: 'failed', message: CHOICE.choices[1]!.because });
    write('0');
    await store.check();
    expect(now().status).toBe('passed');
  });

  it('takes a number', async () => {
    const { store, now, write } = await world(NUMBER);
    write('2,95');
    await store.check();
    expect(now().status).toBe('passed');
  });

  it('shows what was to be predicted only after a prediction', async () => {
    const { store, now, write, reveals } = await world(CURVE);
    await store.check();
    expect(reveals).toHaveLength(0);
    expect(now().note).toMatch(/Draw the curve/);
    write(writeSketch(stroke(EMPTY_SKETCH, { at: 0, y: 1 }, { at: 40, y: 0 })));
    void store.check();
    await settle();
    const cell = initialSnapshot([{ id: 'reveal', title: '', code: '' }]).cells['reveal']!;
    reveals[0]!({ how: 'revealed', revealed: { ys: [1, 0.6, 0], cell } });
    await settle();
    expect(now()).toMatchObject({ status: 'passed', revealed: { ys: [1, 0.6, 0] } });
  });

  it('does not blame the reader when nothing could be revealed', async () => {
    const { store, now, write, reveals, records } = await world(CURVE);
    write(writeSketch(stroke(EMPTY_SKETCH, { at: 0, y: 1 }, { at: 40, y: 0 })));
    void store.check();
    await settle();
    reveals[0]!({ how: 'failed', why: 'It failed.' });
    await settle();
    expect(now()).toMatchObject({ status: 'unattempted', note: 'It failed.' });
    expect(records.size).toBe(0);
  });

  it('shows the author’s words beside the reader’s, and takes theirs', async () => {
    const { store, now, write } = await world(TEXT);
    write('Too short.');
    await store.check();
    expect(now()).toMatchObject({ comparing: false, note: expect.stringMatching(/at least 10 /) });
    write('Because the gradient vanishes where it is flat.');
    await store.check();
    expect(now()).toMatchObject({ comparing: true, status: 'unattempted' });
    store.ownWord(true);
    expect(now()).toMatchObject({ status: 'passed', verdict: { message: 'By your own word.' } });
  });
});
