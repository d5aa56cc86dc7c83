import { describe, expect, it } from 'vitest';
import type { FrameData } from '@/lib/protocol';
import { historyOf } from '../testing/history';
import { recorder, textsOf } from '../testing/recorder';
import { LIGHT } from '../testing/themes';
import { graph } from './index';
import type { Layout } from './layout';

type Data = FrameData['graph'];
type Node = Data['nodes'][number];

const f = (...values: number[]) => Float32Array.from(values);
const leaf = (name: string, value: number, gradient?: number): Node => ({
  name,
  op: '',
  shape: [],
  values: f(value),
  gradient: gradient === undefined ? f() : f(gradient),
  inputs: [],
});

/** L = (w x + b)², by hand: w = 2, x = 3, b = −1, so z = 5, L = 25, dL/dz = 10. */
const data: Data = {
  nodes: [
    leaf('w', 2, 30),
    leaf('x', 3, 20),
    leaf('b', -1, 10),
    { ...leaf('', 6, 10), op: 'Multiply', inputs: [{ node: 0, flow: f(30) }, { node: 1, flow: f(20) }] }, // prettier-ignore
    {
      ...leaf('z', 5, 10),
      op: 'Add',
      inputs: [
        { node: 3, flow: f(10) },
        { node: 2, flow: f(10) },
      ],
    },
    { ...leaf('L', 25, 1), op: 'Square', inputs: [{ node: 4, flow: f(10) }] },
  ],
};
const history = historyOf('graph', [[0, data]]);
const scene = (settings = {}, width = 672) => graph.scene(history, 0, width, settings);

describe('the walk', () => {
  it('fills in values forward, then gradients backward, each when all before it is there', () => {
    expect(scene({ stage: 0 }).value).toEqual([true, true, true, false, false, false]);
    expect(scene({ stage: 2 }).value).toEqual([true, true, true, true, true, false]);
    expect(scene({ stage: 3 }).gradient.some(Boolean)).toBe(false);
    expect(scene({ stage: 4 }).now).toEqual({ way: 'backward', node: 5 });
    expect(scene({ stage: 6 }).gradient).toEqual([false, false, false, true, true, true]);
    expect(scene().gradient.every(Boolean)).toBe(true);
  });

  it('says each stage in a sentence', () => {
    const says = (stage?: number) =>
      graph.describe(history, 0, stage === undefined ? {} : { stage });
    expect(says(0)).toBe('3 numbers go in; L comes out after 9 stages, forward and back.');
    expect(says(2)).toBe('Forward: z is the sum of u1 and b: 5.000.');
    expect(says(5)).toBe('Backward: the gradient of L by z is +10.00.');
    expect(says()).toBe('L is 25.00. Its gradient is +30.00 by w, +20.00 by x, +10.00 by b.');
    const [walk] = graph.settings(history, 0, { stage: 5 });
    expect(walk).toMatchObject({ max: 9, value: 5, text: 'backward, 2 of 6' });
  });
});

describe('the formulas', () => {
  it('write out a value with its numbers', () => {
    expect(graph.standing(scene({ stage: 1 }))).toBe(
      '\\begin{aligned}u_{1} &= w \\cdot x = 2.000 \\cdot 3.000 = \\mathbf{6.000}\\end{aligned}',
    );
  });

  it('write out the chain rule with the local derivative', () => {
    const tex = graph.formula(scene(), { kind: 'graph', node: 0 });
    expect(tex).toContain(
      '\\frac{\\partial L}{\\partial w} &= \\frac{\\partial L}{\\partial u_{1}} \\cdot \\frac{\\partial u_{1}}{\\partial w} = 10.00 \\cdot 3.000 = \\mathbf{30.00}',
    );
    expect(tex).toContain('\\tfrac{\\partial u_{1}}{\\partial w} = x');
    expect(graph.formula(scene(), { kind: 'graph', node: 4 })).toContain('= 2z');
  });

  it('say nothing of what is not there yet', () => {
    expect(graph.formula(scene({ stage: 0 }), { kind: 'graph', node: 5 })).toBeNull();
    expect(graph.standing(scene({ stage: 0 }))).toBeNull();
  });
});

describe('layout', () => {
  it('runs from left to right, with what goes in just before its reader, and never overlaps', () => {
    const { boxes, down } = scene().layout;
    expect(down).toBe(false);
    for (const [i, { inputs }] of data.nodes.entries()) {
      for (const { node } of inputs) expect(boxes[node]!.x).toBeLessThan(boxes[i]!.x);
    }
    // b is read by the second operation, so it stands below the first.
    expect(boxes[2]!.x).toBe(boxes[3]!.x);
    expectApart(boxes);
  });

  it('runs downwards where it is narrow', () => {
    const narrow = scene({}, 320);
    expect(narrow.layout.down).toBe(true);
    expect(narrow.width).toBe(320);
    expectApart(narrow.layout.boxes);
  });

  function expectApart(boxes: Layout['boxes']) {
    boxes.forEach((a, i) =>
      boxes.slice(i + 1).forEach((b) => {
        const apart = Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2; // prettier-ignore
        expect(apart).toBe(true);
      }),
    );
  }
});

describe('drawing and cursor', () => {
  const draw = (settings = {}) => {
    const { context, calls } = recorder();
    graph.draw(context, scene(settings), LIGHT, null);
    return calls;
  };

  it('shows values as they come, and local derivatives on the way back', () => {
    expect(textsOf(draw({ stage: 0 }))).not.toContain('6.000');
    expect(textsOf(draw({ stage: 1 }))).toContain('6.000');
    expect(textsOf(draw({ stage: 3 })).some((text) => text.startsWith('\u2202'))).toBe(false);
    expect(textsOf(draw())).toEqual(expect.arrayContaining(['\u2202 +30.00', '\u00d7 3', 'w']));
  });

  it('dashes the way back', () => {
    const dashes = (settings: object) =>
      draw(settings).filter((call) => call.name === 'stroke' && call.dash[0] === 6).length;
    expect(dashes({ stage: 3 })).toBe(0);
    expect(dashes({})).toBe(5);
  });

  it('finds nodes, walks along them, and reads them', () => {
    const now = scene();
    const { boxes } = now.layout;
    expect(graph.hit(now, boxes[4]!)).toEqual({ kind: 'graph', node: 4 });
    expect(graph.hit(now, { x: -20, y: 0 })).toBeNull();
    expect(graph.move(now, { kind: 'graph', node: 4 }, 'right')).toEqual({
      kind: 'graph',
      node: 5,
    });
    expect(graph.move(now, { kind: 'graph', node: 0 }, 'end')).toEqual({ kind: 'graph', node: 5 });
    expect(graph.readout(now, { kind: 'graph', node: 4 })).toBe(
      'z, sum of u1 and b: 5.000; gradient of L by it +10.00',
    );
    expect(graph.readout(scene({ stage: 0 }), { kind: 'graph', node: 4 })).toBe(
      'z, sum of u1 and b, not computed yet',
    );
    expect(graph.press(now, { kind: 'graph', node: 4 })).toEqual({ settings: { stage: 2 } });
    expect(graph.press(scene({ stage: 2 }), { kind: 'graph', node: 4 })).toEqual({ settings: { stage: 5 } }); // prettier-ignore
  });

  it('lists every node in its table', () => {
    expect(graph.table(history, 0).rows[4]).toEqual(['z', 'sum', 'u1, b', '[]', 5, 10]);
  });
});
