import { describe, expect, it } from 'vitest';
import { historyOf } from '../testing/history';
import { recorder, textsOf } from '../testing/recorder';
import { LIGHT } from '../testing/themes';
import { TEXT, textWidth } from '../text';
import { curve } from './index';
import { crosses } from './place-marks';

type Values = Record<string, number>;
const metrics = (values: Values[]) =>
  historyOf(
    'curve',
    values.map((one, i) => [i + 1, { values: one }]),
  );

const run = metrics([
  { acc: 0.6, loss: 0.7, val_acc: 0.62, val_loss: 0.68 },
  { acc: 0.7, loss: 0.5, val_acc: 0.7, val_loss: 0.52 },
  { acc: 0.75, loss: 0.45, val_acc: 0.72, val_loss: 0.468 },
  { acc: 0.8, loss: 0.4, val_acc: 0.71, val_loss: 0.5 },
]);

describe('layout', () => {
  it('gives loss and accuracy a panel each, side by side when wide and stacked when narrow', () => {
    const wide = curve.scene(run, 3, 700);
    expect(wide.panels.map((panel) => panel.base)).toEqual(['loss', 'accuracy']);
    expect(wide.panels[0]?.plot.y).toBe(wide.panels[1]?.plot.y);
    const narrow = curve.scene(run, 3, 320);
    expect(narrow.panels[0]?.plot.x).toBe(narrow.panels[1]?.plot.x);
    expect(narrow.width).toBe(320);
    expect(narrow.height).toBeGreaterThan(wide.height);
  });

  it('puts values where the axes say', () => {
    const panel = curve.scene(run, 3, 700).panels[0];
    expect(panel?.yTicks.map((tick) => tick.text)).toEqual(['0.4', '0.5', '0.6', '0.7']);
    const training = panel?.lines.find((line) => line.role === 'training');
    const tick = (text: string) => panel?.yTicks.find((one) => one.text === text)?.place;
    expect(training?.points[1]?.y).toBeCloseTo(tick('0.5') ?? NaN, 6);
    expect(training?.points[3]?.y).toBeCloseTo(tick('0.4') ?? NaN, 6);
    expect(training?.points[0]?.x).toBe(panel?.plot.x);
  });

  it('tells the ticks of a loss that hardly moves apart, with room for their digits', () => {
    const still = metrics([{ loss: 8.05912 }, { loss: 8.05909 }, { loss: 8.05906 }]);
    const [panel] = curve.scene(still, 2, 343).panels;
    const texts = panel!.yTicks.map(({ text }) => text);
    expect(texts).toEqual(['8.05906', '8.05908', '8.05910', '8.05912']);
    for (const text of texts) {
      expect(panel!.plot.x - 8 - textWidth(text, TEXT.small)).toBeGreaterThanOrEqual(0);
    }
    expect(panel!.left).toBe(0);
  });

  it('marks the lowest validation loss up to the frame shown', () => {
    expect(curve.scene(run, 3, 700).panels[0]?.best).toMatchObject({
      text: 'lowest 0.468',
      index: 2,
    });
    expect(curve.scene(run, 1, 700).panels[0]?.best).toMatchObject({
      text: 'lowest 0.520',
      index: 1,
    });
  });
});

describe('words', () => {
  it('says the numbers in one sentence', () => {
    expect(curve.describe(run, 2)).toBe(
      'After epoch 3 of 4 the loss is 0.450 in training and 0.468 in validation, lowest 0.468 at epoch 3; ' +
        'the accuracy is 0.750 in training and 0.720 in validation.',
    );
  });

  it('tabulates every frame, with gaps where a metric is missing', () => {
    const table = curve.table(metrics([{ loss: 1 }, { loss: 0.5, val_loss: 0.6 }]));
    expect(table.columns).toEqual(['epoch', 'loss', 'val_loss']);
    expect(table.rows).toEqual([
      [1, 1, null],
      [2, 0.5, 0.6],
    ]);
  });

  it('names and draws what is marked', () => {
    const marked = historyOf('curve', [
      [1, { values: { loss: 0.7 } }],
      [2, { values: { loss: 0.5 }, mark: 'stopped' }],
      [3, { values: { loss: 0.4 } }],
    ]);
    expect(curve.describe(marked, 2)).toBe(
      'After epoch 3 the loss is 0.400. Marked: stopped at epoch 2.',
    );
    expect(curve.describe(marked, 0)).not.toContain('Marked');
    const { context, calls } = recorder();
    const scene = curve.scene(marked, 2, 700);
    curve.draw(context, scene, LIGHT, null);
    const panel = scene.panels[0]!;
    const word = calls.find((call) => call.name === 'fillText' && call.args[0] === 'stopped');
    expect(word?.args[1]).toBeCloseTo(panel.lines[0]!.points[1]!.x + 6, 6);
  });

  it('keeps the words of marks clear of all rules and lines on a phone, and draws them over these', () => {
    // A run that stops early: its best step and its last stand close to each other, on lines that run level.
    const frames = Array.from(
      { length: 24 },
      (_, i): [number, { values: Values; mark?: string }] => [
        i + 1,
        {
          values: { loss: 1 / (i + 1), val_loss: 0.95 - 0.02 * Math.abs(i - 17) },
          ...(i === 17 ? { mark: 'best kept' } : i === 21 ? { mark: 'gives up' } : {}),
        },
      ],
    );
    const scene = curve.scene(historyOf('curve', frames), 23, 343);
    const [panel] = scene.panels;
    const boxes = panel!.marks.map(({ text, label }) => {
      const width = textWidth(text, TEXT.small);
      const left = label.align === 'left' ? label.x : label.x - width;
      return { left, right: left + width, top: label.y - 6, bottom: label.y + 6 };
    });
    for (const [i, box] of boxes.entries()) {
      for (const { x } of panel!.marks) expect(x <= box.left || x >= box.right).toBe(true);
      for (const { points } of panel!.lines) expect(crosses(points, box)).toBe(false);
      for (const other of boxes.slice(i + 1)) {
        expect(other.top >= box.bottom || other.bottom <= box.top || other.left >= box.right || other.right <= box.left).toBe(true); // prettier-ignore
      }
    }
    const { context, calls } = recorder();
    curve.draw(context, scene, LIGHT, { kind: 'curve', step: 16 });
    const isRule = ({ name, path }: (typeof calls)[number]) =>
      name === 'stroke' && path.length === 2 && path[0]?.args[0] === path[1]?.args[0];
    const last = calls.findLastIndex(isRule);
    for (const text of ['best kept', 'gives up']) {
      const words = calls.filter(({ args }) => args[0] === text);
      expect(words.map(({ name }) => name)).toEqual(['strokeText', 'fillText']);
      expect(words[0]?.strokeStyle).toBe(LIGHT.paper);
      expect(calls.indexOf(words[0]!)).toBeGreaterThan(last);
    }
  });

  it('reads a metric of its own name by that name', () => {
    const steered = metrics([{ 'learning rate': 0.1 }, { 'learning rate': 0.05 }]);
    const scene = curve.scene(steered, 1, 700);
    expect(curve.readout(scene, { kind: 'curve', step: 2 })).toBe('epoch 2: learning rate 0.050');
  });

  it('leaves out the word at the lowest loss where the numbers of the cursor stand', () => {
    const steps = Array.from({ length: 40 }, (_, i) => ({
      loss: 1 / (i + 1),
      val_loss: 0.5 + 0.01 * Math.abs(i - 2),
    }));
    const scene = curve.scene(metrics(steps), 39, 700);
    const wordsAt = (step: number | null) => {
      const { context, calls } = recorder();
      curve.draw(context, scene, LIGHT, step === null ? null : { kind: 'curve', step });
      return textsOf(calls);
    };
    expect(wordsAt(null)).toContain('lowest 0.500');
    expect(wordsAt(30)).toContain('lowest 0.500');
    expect(wordsAt(2)).not.toContain('lowest 0.500');
  });

  it('reads a cursor', () => {
    const scene = curve.scene(run, 3, 700);
    expect(curve.readout(scene, { kind: 'curve', step: 2 })).toBe(
      'epoch 2: training loss 0.500, validation loss 0.520, training accuracy 0.700, validation accuracy 0.700',
    );
  });
});

describe('cursor', () => {
  const scene = curve.scene(run, 3, 700);

  it('hits the nearest frame inside a panel and nothing outside', () => {
    const point = scene.panels[0]?.lines[0]?.points[1];
    expect(curve.hit(scene, { x: (point?.x ?? 0) + 3, y: 100 })).toEqual({
      kind: 'curve',
      step: 2,
    });
    expect(curve.hit(scene, { x: 2, y: 2 })).toBeNull();
  });

  it('moves by frames within the run', () => {
    const at = (step: number) => ({ kind: 'curve', step }) as const;
    expect(curve.move(scene, null, 'left')).toEqual(at(4));
    expect(curve.move(scene, at(2), 'left')).toEqual(at(1));
    expect(curve.move(scene, at(1), 'left')).toEqual(at(1));
    expect(curve.move(scene, at(2), 'end')).toEqual(at(4));
    expect(curve.move(scene, at(4), 'down')).toEqual(at(1));
  });
});

describe('drawing', () => {
  const draw = (history: typeof run, at: number) => {
    const { context, calls } = recorder();
    curve.draw(context, curve.scene(history, at, 700), LIGHT, null);
    return calls;
  };

  it('draws training solid in ink and validation dashed in the accent', () => {
    const strokes = draw(run, 3).filter((call) => call.name === 'stroke' && call.path.length === 4);
    const of = (color: string) => strokes.filter((call) => call.strokeStyle === color);
    expect(of(LIGHT.ink).every((call) => call.dash.length === 0)).toBe(true);
    expect(of(LIGHT.accent).some((call) => call.dash.length === 2)).toBe(true);
  });

  it('fades the future', () => {
    const longest = (at: number) =>
      draw(run, at).filter((call) => call.name === 'stroke' && call.path.length >= 3);
    expect(longest(3).some((call) => call.strokeStyle === LIGHT.ink)).toBe(true);
    expect(longest(1).every((call) => call.strokeStyle !== LIGHT.ink)).toBe(true);
  });

  it('breaks a line at NaN and names it', () => {
    const broken = metrics([{ loss: 1 }, { loss: NaN }, { loss: 0.5 }, { loss: 0.4 }]);
    const calls = draw(broken, 3);
    expect(textsOf(calls)).toContain('NaN');
    const line = calls.find(
      (call) => call.name === 'stroke' && call.strokeStyle === LIGHT.ink && call.path.length === 3,
    );
    expect(line?.path.map((part) => part.name)).toEqual(['moveTo', 'moveTo', 'lineTo']);
    expect(curve.describe(broken, 1)).toBe('After epoch 2 of 4 the loss is NaN.');
  });

  it('draws one point alone with its number, everything finite', () => {
    const calls = draw(metrics([{ loss: 0.693 }]), 0);
    expect(textsOf(calls)).toContain('0.693');
    const numbers = calls.flatMap((call) => call.args.filter((arg) => typeof arg === 'number'));
    expect(numbers.every(Number.isFinite)).toBe(true);
  });

  it('keeps apart the labels of lines that end together', () => {
    const close = metrics([
      { loss: 1, val_loss: 1 },
      { loss: 0.5, val_loss: 0.501 },
    ]);
    const y = (text: string) =>
      Number(
        draw(close, 1).find((call) => call.name === 'fillText' && call.args[0] === text)?.args[2],
      );
    expect(Math.abs(y('training') - y('validation'))).toBeGreaterThanOrEqual(28);
  });
});
