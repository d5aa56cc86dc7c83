import { describe, expect, it } from 'vitest';
import type { ControlDraft } from '@/lib/course';
import { isWorkerToPage, type Control, type Output } from '@/lib/protocol';
import { createLiveControls } from './live-controls';

const slider = (label: string, extra: object = {}): ControlDraft => ({
  ...{ kind: 'slider', label, min: 0, max: 10, step: 1, scale: 'linear', value: 5 },
  ...extra,
});
const toggle: ControlDraft = { kind: 'toggle', label: 'On', value: false };

function setUp() {
  const outputs: Output[] = [];
  const controls = createLiveControls((output) => void outputs.push(output));
  controls.begin('a');
  const shown = () =>
    outputs.map((output) => (output as Extract<Output, { kind: 'control' }>).control);
  const read = (cell: string, name: string) => {
    const { get } = controls.property(cell, name);
    return () => get!.call(null) as unknown;
  };
  return { controls, outputs, shown, read, keys: () => shown().map(({ key }: Control) => key) };
}

describe('the controls of a worker', () => {
  it('are shown with the code’s own value, and give what is set', () => {
    const { controls, shown, outputs } = setUp();
    controls.set('a', 'Rate', 7);
    expect(controls.add(slider('Rate'), 'rate')).toBe(7);
    expect(shown()).toEqual([{ ...slider('Rate'), key: 'Rate', name: 'rate' }]);
    expect(isWorkerToPage({ type: 'outputs', run: 1, outputs })).toBe(true);
  });

  it('have keys that are the same in every run, and no two the same', () => {
    const { controls, keys } = setUp();
    const labels = ['x', 'x', 'x (2)', 'x', 'constructor'];
    const expected = ['x', 'x (2)', 'x (2) (2)', 'x (3)', 'constructor (2)'];
    for (const label of labels) controls.add(slider(label), null);
    controls.begin('a');
    for (const label of labels) controls.add(slider(label), null);
    expect(keys()).toEqual([...expected, ...expected]);
  });

  it('move at once for who reads them', () => {
    const { controls, read } = setUp();
    controls.add(slider('Rate'), 'rate');
    const rate = read('a', 'rate');
    expect(rate()).toBe(5);
    controls.set('a', 'Rate', 2);
    expect(rate()).toBe(2);
    controls.setAll('a', { Rate: 3 });
    expect(rate()).toBe(3);
    controls.setAll('a', {});
    expect(rate()).toBe(5);
  });

  it('keep a value that comes before they are made', () => {
    const { controls } = setUp();
    controls.set('b', 'Rate', 1);
    controls.begin('b');
    expect(controls.add(slider('Rate'), null)).toBe(1);
  });

  it('are apart from cell to cell', () => {
    const { controls, read } = setUp();
    controls.add(slider('Rate'), 'rate');
    controls.set('b', 'Rate', 1);
    expect(read('a', 'rate')()).toBe(5);
  });

  it('fall back to the code where what was set fits no more, and come back when it does', () => {
    const { controls, read } = setUp();
    controls.setAll('a', { Rate: 9, On: 'yes' });
    expect(controls.add(toggle, 'on')).toBe(false);
    expect(controls.add(slider('Rate', { max: 8 }), 'rate')).toBe(5);
    expect(read('a', 'rate')()).toBe(5);
    controls.begin('a');
    expect(controls.add(slider('Rate'), 'rate')).toBe(9);
  });

  it('can’t be read before they are made, in every run anew', () => {
    const { controls, read } = setUp();
    const rate = read('a', 'rate');
    const early = "Cannot access 'rate' before initialization";
    expect(rate).toThrow(new ReferenceError(early));
    controls.add(slider('Rate'), 'rate');
    expect(rate()).toBe(5);
    controls.begin('a');
    expect(rate).toThrow(early);
    expect(controls.holds('a', 'rate')).toBe(false);
  });

  it('are held by the variables that the last run bound', () => {
    const { controls } = setUp();
    controls.add(slider('Rate'), 'rate');
    controls.add(slider('Other'), null);
    const held = ['rate', 'Other', 'constructor'].map((name) => controls.holds('a', name));
    expect(held).toEqual([true, false, false]);
    expect(controls.holds('b', 'rate')).toBe(false);
    controls.forget('a');
    expect(controls.holds('a', 'rate')).toBe(false);
  });

  it('give each reader a copy that is its own, until another value is set', () => {
    const { controls, read } = setUp();
    const size = { kind: 'draw', label: 'Digit', size: 2 } as const;
    controls.add({ ...size, value: new Float32Array(4) }, 'digit');
    const [one, other] = [read('a', 'digit'), read('a', 'digit')] as (() => Float32Array)[];
    one!()[0] = 1;
    expect([one!()[0], other!()[0], read('a', 'digit')()]).toEqual([1, 0, new Float32Array(4)]);
    controls.set('a', 'Digit', new Float32Array([0, 2, 0, 0]));
    expect(one!()).toEqual(new Float32Array([0, 2, 0, 0]));
  });

  it('tell a file that can’t be read to who reads it, and to nobody else', () => {
    const { controls, read } = setUp();
    controls.set('a', 'Table', { kind: 'csv', name: 'x.csv', text: 'a,b\n1' });
    controls.add({ kind: 'file', label: 'Table', accept: 'csv', side: 1, value: null }, 'table');
    const declared: Record<string, unknown> = { table: null };
    controls.expose('a', declared);
    expect(declared.table).toMatchObject({ name: 'x.csv' });
    expect(read('a', 'table')).toThrow('x.csv, line 2');
    controls.set('a', 'Table', { kind: 'csv', name: 'y.csv', text: 'a,b\n1,2' });
    expect(read('a', 'table')()).toMatchObject({ name: 'y.csv', length: 1 });
  });

  it('have the variables of their cell tell what they are set to', () => {
    const { controls } = setUp();
    controls.add(slider('Rate'), 'rate');
    controls.add(slider('Gone'), 'gone');
    const declared: Record<string, unknown> = { rate: 5, model: 'm' };
    controls.expose('a', declared);
    controls.set('a', 'Rate', 8);
    expect({ ...declared }).toEqual({ rate: 8, model: 'm' });
  });

  it('are 50 at most in a run', () => {
    const { controls } = setUp();
    for (let i = 0; i < 50; i++) controls.add(slider('x'), null);
    expect(() => controls.add(slider('x'), null)).toThrow(/50 controls in one run/);
    controls.begin('a');
    expect(controls.add(slider('x'), null)).toBe(5);
  });
});
