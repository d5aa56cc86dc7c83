import type { Context, Rect } from '../figure-module';
import { outline } from '../pixels/outline';
import { TEXT, drawText } from '../text';
import type { Theme } from '../theme';
import { drawCells, shortNumber } from './draw-cells';
import { cellUnder, type Place } from './geometry';
import { planeRaster, rampFor, rangeOf, valueAt, type Plane } from './plane';
import { positionOf, type Stepper } from './stepper';
import { termsOf } from './stepper-terms';

/** The window where it makes the output's cell `at`; `filled` numbers of the output are there already. */
export function drawStepper(
  context: Context,
  stepper: Stepper,
  theme: Theme,
  at: Place,
  filled = positionOf(stepper.geometry, at) + 1,
): void {
  drawNames(context, stepper, theme);
  drawInput(context, stepper, theme);
  drawOutput(context, stepper, theme, filled);
  if (stepper.output.values.length === 0) return;
  drawWindow(context, stepper, theme, at);
  drawArithmetic(context, stepper, theme, at);
}

function drawNames(context: Context, stepper: Stepper, theme: Theme): void {
  const { names, inputPlace, outputPlace, windowPlace, kernelPlace, input, output } = stepper;
  const style = { color: theme.inkSoft, size: TEXT.small } as const;
  const head = (text: string, place: Rect) =>
    drawText(context, theme, text, place.x, place.y - 11, style);
  head(`${names.input}, ${sizeWords(input)}`, inputPlace);
  head(`${names.output}, ${sizeWords(output)}`, outputPlace);
  head('window', windowPlace);
  if (kernelPlace) head('kernel', kernelPlace);
}

const sizeWords = ({ height, width }: Plane) => `${height} × ${width}`;

function drawInput(context: Context, stepper: Stepper, theme: Theme): void {
  const { input, inputPlace, side, geometry } = stepper;
  const range = rangeOf(input);
  const inner = {
    x: inputPlace.x + geometry.before.column * side,
    y: inputPlace.y + geometry.before.row * side,
    width: input.width * side,
    height: input.height * side,
  };
  context.drawRaster(planeRaster(input, range, rampFor(range), theme), inner);
  frame(context, inner, theme.rule, []);
  if (geometry.padding === 'same') frame(context, inputPlace, theme.ruleStrong, [3, 3]);
}

function drawOutput(context: Context, stepper: Stepper, theme: Theme, filled: number): void {
  const { output, outputPlace, outputRange } = stepper;
  if (output.values.length === 0) {
    const words = 'The kernel is larger than the input.';
    const style = { color: theme.inkSoft, size: TEXT.small } as const;
    drawText(context, theme, words, outputPlace.x, outputPlace.y + 8, style);
    return;
  }
  const raster = planeRaster(output, outputRange, rampFor(outputRange), theme, filled);
  context.drawRaster(raster, outputPlace);
  frame(context, outputPlace, theme.rule, []);
}

function frame(context: Context, rect: Rect, color: string, dash: number[]): void {
  context.setLineDash(dash);
  context.strokeStyle = color;
  context.lineWidth = 1;
  context.strokeRect(rect.x - 0.5, rect.y - 0.5, rect.width + 1, rect.height + 1);
  context.setLineDash([]);
}

/** Where the window lies on the input, which cells it takes, and the cell of the output that it makes. */
function drawWindow(context: Context, stepper: Stepper, theme: Theme, at: Place): void {
  const { geometry, inputPlace, outputPlace, side, windowPlace, wide } = stepper;
  const { before, dilation, kernel, reach } = geometry;
  const corner = cellUnder(geometry, at, { row: 0, column: 0 });
  const place = {
    x: inputPlace.x + (corner.column + before.column) * side,
    y: inputPlace.y + (corner.row + before.row) * side,
    width: reach.width * side,
    height: reach.height * side,
  };
  if (dilation > 1) {
    context.strokeStyle = theme.accent;
    context.lineWidth = 1;
    for (let k = 0; k < kernel.height * kernel.width; k++) {
      const row = Math.floor(k / kernel.width) * dilation;
      const column = (k % kernel.width) * dilation;
      context.strokeRect(place.x + column * side + 0.5, place.y + row * side + 0.5, side - 1, side - 1); // prettier-ignore
    }
  }
  const cell = {
    x: outputPlace.x + at.column * side,
    y: outputPlace.y + at.row * side,
    width: side,
    height: side,
  };
  if (wide) drawSight(context, theme, place, windowPlace);
  outline(context, theme, place);
  outline(context, theme, cell);
}

/** From the window on the input to the window's numbers. */
function drawSight(context: Context, theme: Theme, from: Rect, to: Rect): void {
  context.strokeStyle = theme.accent;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(from.x + from.width, from.y);
  context.lineTo(to.x - 3, to.y);
  context.moveTo(from.x + from.width, from.y + from.height);
  context.lineTo(to.x - 3, to.y + to.height);
  context.stroke();
}

function drawArithmetic(context: Context, stepper: Stepper, theme: Theme, at: Place): void {
  const { geometry, windowPlace, kernelPlace, cell, input, kernel, times, result } = stepper;
  const terms = termsOf(stepper, at);
  const columns = geometry.kernel.width;
  const range = rangeOf(input);
  drawCells(context, theme, terms.map((term) => term.value), windowPlace, {
    columns,
    cell,
    range,
    ramp: rampFor(range),
    padded: (index) => terms[index]?.padded ?? false,
  }); // prettier-ignore
  if (kernel && kernelPlace) {
    const look = { columns, cell, range: rangeOf(kernel), ramp: 'diverging' } as const;
    drawCells(context, theme, [...kernel.values], kernelPlace, look);
    drawText(context, theme, '×', times.x, times.y, {
      color: theme.ink,
      size: 16,
      align: 'center',
    });
  }
  const words = `${kernel ? 'sum' : 'max'} = ${shortNumber(valueAt(stepper.output, at))}`;
  drawText(context, theme, words, result.x, result.y, {
    color: theme.ink,
    size: 13,
    weight: 600,
    align: 'center',
  });
}
