import { describe, expect, it } from 'vitest';
import type { Control } from '@/lib/protocol';
import { heldValue } from './held-value';
import { goBack, remember, type Past } from './undo';

const head = { key: 'k', name: null, label: 'K' };
const choice: Control = { kind: 'choice', ...head, options: ['a', 'b'], value: 'a' };
const file: Control = {
  ...{ kind: 'file', ...head, accept: 'csv', side: 1 },
  value: { kind: 'csv', name: 'old.csv', text: 'a' },
};

describe('heldValue', () => {
  it('is what the person set, and before that the code’s', () => {
    expect(heldValue(choice, { k: 'b' })).toBe('b');
    expect(heldValue(choice, {})).toBe('a');
  });

  it('is the code’s where the person’s fits no more', () => {
    expect(heldValue(choice, { k: 'gone' })).toBe('a');
    expect(heldValue(choice, { k: 3 })).toBe('a');
  });

  it('is no file after one was removed', () => {
    expect(heldValue(file, { k: null })).toBeNull();
  });

  it('takes no key from the prototype', () => {
    const named: Control = { ...choice, key: 'constructor' };
    expect(heldValue(named, {})).toBe('a');
  });
});

describe('undo', () => {
  it('comes back to former states, the newest first', () => {
    const past = ['a', 'b'].reduce<Past<string>>(remember, []);
    const once = goBack(past);
    expect(once?.state).toBe('b');
    expect(goBack(once!.past)?.state).toBe('a');
    expect(goBack([])).toBeNull();
  });

  it('keeps a hundred', () => {
    const past = Array.from({ length: 150 }, (_, at) => at).reduce<Past<number>>(remember, []);
    expect([past.length, past[0], past.at(-1)]).toEqual([100, 50, 149]);
  });
});
