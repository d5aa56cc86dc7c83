import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LIMITS, type Output, type WorkerToPage } from '@/lib/protocol';
import { createOutbox } from './outbox';

const text = (value: string): Output => ({ kind: 'text', text: value });
const figure: Output = {
  kind: 'figure',
  figure: { id: 'figure-1', kind: 'curve', title: 'Loss', caption: '', stepName: 'epoch' },
};

function setUp() {
  const sent: WorkerToPage[] = [];
  let clock = 0;
  const outbox = createOutbox(
    (message) => sent.push(message),
    () => clock,
  );
  outbox.begin(7);
  const outputs = () =>
    sent.flatMap((message) => (message.type === 'outputs' ? message.outputs : []));
  return { outbox, sent, outputs, advance: (ms: number) => (clock += ms) };
}

beforeEach(() => void vi.useFakeTimers());

describe('the outbox', () => {
  it('batches what comes close together into one message', async () => {
    const { outbox, sent } = setUp();
    for (let i = 0; i < 50; i++) outbox.output(text(`${i}`));
    expect(sent).toHaveLength(0);
    await outbox.drain();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ type: 'outputs', run: 7 });
  });

  it('sends during a loop that never yields', () => {
    const { outbox, outputs, advance } = setUp();
    for (let i = 0; i < 100; i++) {
      outbox.output(text(`${i}`));
      advance(1);
    }
    expect(outputs().length).toBeGreaterThan(60);
  });

  it('keeps the order while a tensor is being read back', async () => {
    const { outbox, outputs } = setUp();
    outbox.output(text('first'));
    outbox.output(Promise.resolve(text('second')));
    outbox.output(text('third'));
    await outbox.drain();
    expect(outputs().map((output) => output.kind === 'text' && output.text)).toEqual([
      'first',
      'second',
      'third',
    ]);
  });

  it('holds frames back until the place of their figure was sent', async () => {
    const { outbox, sent, advance } = setUp();
    let read: (output: Output) => void = () => {};
    outbox.output(new Promise<Output>((resolve) => (read = resolve)));
    outbox.output(figure);
    advance(100);
    outbox.frames([{ figure: 'figure-1', kind: 'curve', step: 0, data: { values: { loss: 1 } } }]);
    expect(sent).toEqual([]);
    read(text('a tensor'));
    await outbox.drain();
    expect(sent.map((message) => message.type)).toEqual(['outputs', 'frames']);
  });

  it('turns a read that fails into a notice', async () => {
    const { outbox, outputs } = setUp();
    outbox.output(Promise.reject(new Error('disposed')));
    await outbox.drain();
    expect(outputs()).toEqual([{ kind: 'notice', text: 'A value could not be read: disposed' }]);
  });

  it('caps a flood, and says so once', async () => {
    const { outbox, outputs } = setUp();
    for (let i = 0; i < LIMITS.outputs * 3; i++) outbox.output(text('x'));
    await outbox.drain();
    expect(outputs()).toHaveLength(LIMITS.outputs + 1);
    expect(outputs().filter((output) => output.kind === 'notice')).toHaveLength(1);
    expect(outputs().at(-1)?.kind).toBe('notice');
  });

  it('caps by length, too', async () => {
    const { outbox, outputs } = setUp();
    const long = 'x'.repeat(LIMITS.characters / 2);
    for (let i = 0; i < 5; i++) outbox.output(text(long));
    await outbox.drain();
    expect(outputs().filter((output) => output.kind === 'text')).toHaveLength(2);
  });

  it('starts afresh with each run, and drops what an earlier run promised', async () => {
    const { outbox, sent } = setUp();
    for (let i = 0; i < LIMITS.outputs * 2; i++) outbox.output(text('x'));
    let resolve: (output: Output) => void = () => {};
    outbox.output(new Promise<Output>((r) => (resolve = r)));
    outbox.begin(8);
    resolve(text('late'));
    outbox.output(text('new'));
    await outbox.drain();
    expect(sent.at(-1)).toEqual({ type: 'outputs', run: 8, outputs: [text('new')] });
  });

  it('still sends in time after a run that began by clearing all timers', () => {
    const { outbox, outputs } = setUp();
    outbox.output(text('former'));
    outbox.begin(8);
    vi.clearAllTimers();
    outbox.output(text('new'));
    vi.advanceTimersByTime(40);
    expect(outputs()).toEqual([text('former'), text('new')]);
  });

  it('thins frames that come faster than they can be drawn, and keeps the last', async () => {
    const { outbox, sent } = setUp();
    outbox.output(figure);
    for (let step = 0; step < 5_000; step++) {
      outbox.frames([
        { figure: 'figure-1', kind: 'curve', step, data: { values: { loss: step } } },
      ]);
    }
    await outbox.drain();
    const frames = sent.flatMap((message) => (message.type === 'frames' ? message.frames : []));
    expect(frames.length).toBeLessThanOrEqual(121);
    expect(frames.at(-1)?.step).toBe(4_999);
  });

  it('lets go of what has settled, so that a long training does not count as many outputs', async () => {
    const { outbox, outputs } = setUp();
    for (let batch = 0; batch < LIMITS.outputs * 2; batch++) {
      outbox.wait(Promise.resolve());
      await Promise.resolve();
      await Promise.resolve();
    }
    outbox.output(Promise.resolve(text('read back')));
    await outbox.drain();
    expect(outputs()).toEqual([text('read back')]);
  });

  it('waits for what is waited for in turn, and tells of a failure', async () => {
    const { outbox } = setUp();
    const done: string[] = [];
    const work = async (name: string, next: () => void) => {
      await Promise.resolve();
      done.push(name);
      next();
    };
    outbox.wait(work('first', () => outbox.wait(work('second', () => {}))));
    await outbox.drain();
    expect(done).toEqual(['first', 'second']);
    outbox.wait(Promise.reject(new Error('lost')));
    await Promise.resolve();
    await expect(outbox.drain()).rejects.toThrow('lost');
  });
});
