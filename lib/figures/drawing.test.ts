import { expect, it } from 'vitest';
import { curve } from './curve';
import { drawingOf, type AnyHistory } from './drawing';
import { matrix } from './matrix';
import { drawPoster, posterExtent } from './poster';
import { historyOf } from './testing/history';
import { recorder, textsOf } from './testing/recorder';
import { LIGHT } from './testing/themes';

const drawing = drawingOf(curve);
const losses = historyOf('curve', [[1, { values: { loss: 0.5 } }]]);

it('refuses a frame that is not there and a frame of another kind', () => {
  expect(() => drawing.picture(losses, 1, 600)).toThrow(RangeError);
  const mixed = { ...losses, figure: { ...losses.figure, kind: 'matrix' } } as AnyHistory;
  expect(() => drawingOf(matrix).describe(mixed, 0)).toThrow(
    'A matrix figure was given a frame of kind curve.',
  );
});

it('ignores a cursor left over from another kind', () => {
  const picture = drawing.picture(losses, 0, 600);
  expect(picture.readout({ kind: 'matrix', row: 0, column: 0 })).toBe('');
  expect(picture.move({ kind: 'matrix', row: 0, column: 0 }, 'left')).toEqual({
    kind: 'curve',
    step: 1,
  });
});

it('puts the title and the step above a saved picture, on paper', () => {
  const picture = drawing.picture(losses, 0, 600);
  const { context, calls } = recorder();
  drawPoster(context, picture, { title: 'Loss', step: 'epoch 1' }, LIGHT);
  expect(calls.find((call) => call.name === 'fillRect')).toMatchObject({
    fillStyle: LIGHT.paper,
    args: [0, 0, posterExtent(picture).width, posterExtent(picture).height],
  });
  expect(textsOf(calls).slice(0, 2)).toEqual(['Loss', 'epoch 1']);
});
