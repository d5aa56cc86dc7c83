import { describe, expect, it } from 'vitest';
import type { Control, Output } from '@/lib/protocol';
import { withPoint } from './with-point';

const control: Control = {
  kind: 'points',
  key: 'Points',
  name: 'points',
  label: 'Points',
  x: [-1, 1],
  y: [-1, 1],
  labels: ['a', 'b'],
  names: ['x', 'y'],
  value: [{ x: 0, y: 0, label: 0 }],
};
const outputs: Output[] = [
  { kind: 'text', text: 'before' },
  { kind: 'control', control },
];
const point = { x: 0.5, y: -0.5, label: 1 };

describe('a point from a figure', () => {
  it('goes after those that the code gave', () => {
    expect(withPoint({ outputs, controls: {} }, 'Points', point)).toEqual([
      { x: 0, y: 0, label: 0 },
      point,
    ]);
  });

  it('goes after those that a person has set, however many presses ago the figure was drawn', () => {
    const first = withPoint({ outputs, controls: {} }, 'Points', point);
    const second = withPoint({ outputs, controls: { Points: first } }, 'Points', {
      ...point,
      x: 0.6,
    });
    expect(second).toHaveLength(3);
  });

  it('goes nowhere without its control', () => {
    expect(withPoint({ outputs, controls: {} }, 'Others', point)).toBeNull();
  });
});
