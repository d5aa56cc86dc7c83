import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PROTOCOL_VERSION } from '@/lib/protocol';
import type { SandboxPlace } from './address';
import { connectFrame } from './frame';
import { judgeGreeting } from './handshake';

const OWN: SandboxPlace = {
  mode: 'own-origin',
  origin: 'http://127.0.0.1:3000',
  frame: 'http://127.0.0.1:3000/sandbox/frame.html',
};
const OPAQUE: SandboxPlace = {
  mode: 'opaque-origin',
  origin: 'null',
  frame: 'https://site/sandbox/frame.html',
};
const HELLO = { layerwise: PROTOCOL_VERSION, type: 'hello' };

/** The few parts of a page that the handshake touches. */
class FakeElement extends EventTarget {
  attributes: Record<string, string> = {};
  contentWindow = { postMessage: vi.fn() };
  remove = vi.fn();
  setAttribute(name: string, value: string) {
    this.attributes[name] = value;
  }
}

let frame: FakeElement;
let page: EventTarget;

beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  vi.stubGlobal('window', page);
  vi.stubGlobal('document', {
    createElement: () => (frame = new FakeElement()),
    body: { append: () => {} },
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function greet(message: { source?: unknown; origin?: string; data?: unknown }) {
  const event = { source: frame.contentWindow, origin: OWN.origin, data: HELLO, ...message };
  page.dispatchEvent(Object.assign(new Event('message'), event));
}

const answers = () => frame.contentWindow.postMessage.mock.calls;

describe('connectFrame', () => {
  it('makes a hidden frame, allowed no more than it needs', () => {
    connectFrame(OWN, () => {});
    expect(frame.attributes).toEqual({
      sandbox: 'allow-scripts allow-same-origin',
      'aria-hidden': 'true',
    });
    expect(frame).toMatchObject({
      src: OWN.frame,
      allow: 'cross-origin-isolated',
      hidden: true,
      tabIndex: -1,
    });
    connectFrame(OPAQUE, () => {});
    expect(frame.attributes['sandbox']).toBe('allow-scripts');
  });

  it('answers the greeting once, with the port, to that origin alone', () => {
    connectFrame(OWN, () => {});
    greet({});
    greet({});
    expect(answers()).toHaveLength(1);
    const [message, target, ports] = answers()[0] as [unknown, string, MessagePort[]];
    expect(message).toEqual({ layerwise: PROTOCOL_VERSION, type: 'connect' });
    expect(target).toBe(OWN.origin);
    expect(ports).toHaveLength(1);
  });

  it('names no target for an opaque origin, which has no name', () => {
    connectFrame(OPAQUE, () => {});
    greet({ origin: 'null' });
    expect(answers()[0]?.[1]).toBe('*');
  });

  it('ignores other windows, other origins and other messages', () => {
    connectFrame(OWN, () => {});
    greet({ source: {} });
    greet({ source: null });
    greet({ origin: 'http://evil.example' });
    greet({ origin: 'null' });
    greet({ data: 'hello' });
    greet({ data: { ...HELLO, type: 'connect' } });
    expect(answers()).toEqual([]);
    greet({});
    expect(answers()).toHaveLength(1);
  });

  it('refuses a frame of another version', () => {
    const refuse = vi.fn();
    connectFrame(OWN, refuse);
    greet({ data: { ...HELLO, layerwise: PROTOCOL_VERSION + 1 } });
    expect(answers()).toEqual([]);
    expect(refuse).toHaveBeenCalledWith(expect.stringContaining('Reload the page'));
  });

  it('refuses a frame that has loaded and does not greet, and no other', () => {
    const refuse = vi.fn();
    connectFrame(OWN, refuse);
    frame.dispatchEvent(new Event('load'));
    vi.advanceTimersByTime(9_999);
    expect(refuse).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(refuse).toHaveBeenCalledTimes(1);

    const late = vi.fn();
    connectFrame(OWN, late);
    greet({});
    frame.dispatchEvent(new Event('load'));
    vi.advanceTimersByTime(60_000);
    expect(late).not.toHaveBeenCalled();
  });

  it('removes the frame and hears no more', () => {
    const connection = connectFrame(OWN, () => {});
    connection.dispose();
    greet({});
    expect(frame.remove).toHaveBeenCalled();
    expect(answers()).toEqual([]);
    connection.control.close();
  });
});

describe('judgeGreeting', () => {
  it('does not take a frame without a window for one without a source', () => {
    const message = { source: null, origin: OWN.origin, data: HELLO };
    expect(judgeGreeting(message, { source: null, origin: OWN.origin })).toBe('ignore');
  });
});
