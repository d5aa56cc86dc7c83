import { describe, expect, it } from 'vitest';
import { FakeClock } from '@/lib/kernel/testing/fake-clock';
import { FakePort } from '@/lib/kernel/testing/fake-port';
import { FakeFrame, READY } from '@/lib/kernel/testing/fake-sandbox';
import type { Checked, Tested } from '@/lib/protocol';
import { attempt } from './attempt';

const PARTS = { seed: 3, setup: 'const a = 1;', answer: 'const b = a;', tests: 'test();' };

const TESTED: Tested = { sentence: 'It adds.', passed: true, message: '', details: [], ms: 1 };

const CHECKED: Checked = {
  registered: ['It adds.'],
  ...{ setupError: null, answerError: null, testsError: null, mistake: null },
  ms: 2,
};

/** An attempt whose clock and sandbox are the test's. */
function world({ readyAtOnce = true, seconds = 20 } = {}) {
  const clock = new FakeClock();
  const frames: FakeFrame[] = [];
  const heard: Tested[] = [];
  /** How far the clock is ahead of its timers, as on a page that was held up. */
  const held = { ms: 0 };
  const { result, stop } = attempt({
    place: { mode: 'own-origin', origin: 'http://127.0.0.1', frame: 'http://127.0.0.1/frame' },
    parts: PARTS,
    seconds,
    onTested: (tested) => heard.push(tested),
    effects: {
      now: () => clock.now() + held.ms,
      ...{ setTimeout: clock.setTimeout, clearTimeout: clock.clearTimeout },
      createChannel: () => FakePort.pair(),
      isVisible: () => true,
      connect(_place, refuse) {
        const frame = new FakeFrame(refuse, readyAtOnce);
        frames.push(frame);
        frame.open();
        return { control: frame.page, dispose: () => void (frame.isRemoved = true) };
      },
    },
  });
  const frame = () => frames.at(-1)!;
  return { clock, held, frames, heard, result, stop, frame, worker: () => frame().worker };
}

describe('attempt', () => {
  it('gives a worker of its own the parts once, and ends with what it reports', async () => {
    const { worker, frame, frames, heard, result, clock } = world();
    expect(worker().received).toEqual([{ type: 'check', run: 1, ...PARTS }]);
    worker().say({ type: 'tested', run: 1, tested: TESTED });
    expect(heard).toEqual([TESTED]);
    worker().say({ type: 'checked', run: 1, checked: CHECKED });
    expect(await result).toEqual({ how: 'finished', checked: CHECKED, tested: [TESTED] });
    expect(frame().isRemoved).toBe(true);
    expect(frames).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });

  it('gives the worker the time that the exercise has, from when it was ready', async () => {
    const { worker, frame, result, clock } = world({ readyAtOnce: false, seconds: 5 });
    clock.advance(20_000);
    worker().say(READY);
    clock.advance(4_999);
    worker().say({ type: 'tested', run: 1, tested: TESTED });
    clock.advance(1);
    expect(await result).toEqual({ how: 'timeout', tested: [TESTED] });
    expect(frame().isRemoved).toBe(true);
  });

  it('takes a report that is late for a time-out, whatever the timer does', async () => {
    const { worker, result, held } = world({ seconds: 5 });
    held.ms = 5_000;
    worker().say({ type: 'checked', run: 1, checked: CHECKED });
    expect((await result).how).toBe('timeout');
  });

  it('hears nothing after Stop', async () => {
    const { worker, stop, heard, result } = world();
    const { port } = worker();
    stop();
    port.postMessage({ type: 'checked', run: 1, checked: CHECKED });
    port.postMessage({ type: 'tested', run: 1, tested: TESTED });
    expect(await result).toEqual({ how: 'stopped', tested: [] });
    expect(heard).toEqual([]);
  });

  it('ends when the sandbox dies under the answer, and is not started again', async () => {
    const { frame, frames, worker, result, clock } = world();
    worker().say({ type: 'tested', run: 1, tested: TESTED });
    frame().crash();
    expect(await result).toMatchObject({ how: 'crashed', tested: [TESTED] });
    expect(frames).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });

  it('tries three times to start, then says why it could not', async () => {
    const { frames, result, clock } = world({ readyAtOnce: false });
    for (let i = 0; i < 3; i++) clock.advance(30_000);
    expect(await result).toMatchObject({
      how: 'crashed',
      detail: expect.stringContaining('took longer than 30 seconds to start') as string,
    });
    expect(frames).toHaveLength(3);
  });

  it.each([
    ['of another run', { type: 'checked', run: 2, checked: CHECKED }],
    ['a second greeting', READY],
    ['what is no message', { type: 'checked', run: 1, checked: { ...CHECKED, registered: 'all' } }],
    ['a lost device', { type: 'lost', device: 'webgl', message: 'The GPU is gone.' }],
  ])('ends without a report at %s', async (_name, message) => {
    const { worker, result } = world();
    worker().port.postMessage(message);
    worker().port.postMessage({ type: 'checked', run: 1, checked: CHECKED });
    expect((await result).how).toBe('crashed');
  });

  it('refuses a sandbox of another version', async () => {
    const { worker, result } = world({ readyAtOnce: false });
    worker().say({ ...READY, report: { ...READY.report, version: 999_999 } });
    expect(await result).toMatchObject({ how: 'crashed' });
    expect(worker().received).toEqual([]);
  });
});
