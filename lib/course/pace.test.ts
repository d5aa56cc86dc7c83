import { afterEach, describe, expect, it } from 'vitest';
import { createPace } from './pace';

let close = () => {};
afterEach(() => close());

function setUp() {
  let time = 0;
  const pace = createPace(() => time);
  close = pace.close;
  return { pace, advance: (ms: number) => (time += ms) };
}

describe('the pace', () => {
  it('is due every 50 ms', async () => {
    const { pace, advance } = setUp();
    expect(pace.due()).toBe(false);
    advance(49);
    expect(pace.due()).toBe(false);
    advance(1);
    expect(pace.due()).toBe(true);
    await pace.turn();
    expect(pace.due()).toBe(false);
  });

  it('lets a message in that waits, as a settled promise does not', async () => {
    const { pace } = setUp();
    const { port1, port2 } = new MessageChannel();
    let arrived = false;
    port1.onmessage = () => (arrived = true);
    port2.postMessage(null);
    for (let i = 0; i < 100; i++) await null;
    expect(arrived).toBe(false);
    // Node, unlike a browser, reads up to a thousand messages of one port before it looks at another.
    for (let i = 0; i < 3_000 && !arrived; i++) await pace.turn();
    expect(arrived).toBe(true);
    port1.close();
  });

  it('lets all pass that ask at once', async () => {
    const { pace } = setUp();
    await expect(Promise.all([pace.turn(), pace.turn(), pace.turn()])).resolves.toHaveLength(3);
  });

  it('does not mind what becomes of the globals that it is made of', async () => {
    const { pace } = setUp();
    const original = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = () => {
      throw new Error('replaced');
    };
    try {
      await pace.turn();
    } finally {
      MessagePort.prototype.postMessage = original;
    }
  });
});
