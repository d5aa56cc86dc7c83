import type { Context, Point } from '../figure-module';
import { formatShort } from '../format-short';
import { TEXT, drawText } from '../text';
import type { Theme } from '../theme';
import type { Box } from './layout';
import { localOf } from './local';
import type { GraphScene } from './scene';

/** Ink where a value has gone on, the accent and dashed where a gradient has come back; with the local derivative. */
export function drawEdges(
  context: Context,
  scene: GraphScene,
  theme: Theme,
  chosen: number | null,
): void {
  scene.data.nodes.forEach(({ inputs }, to) => {
    inputs.forEach((input, k) => {
      const ends = endsOf(scene, input.node, to, k, inputs.length);
      const back = input.flow.length > 0 && scene.gradient[input.node]!;
      const touches = chosen === to || (chosen === input.node && scene.now?.way !== 'forward');
      context.setLineDash(back ? [6, 3] : []);
      context.lineWidth = touches ? 2.25 : 1.25;
      context.strokeStyle = back ? theme.accent : scene.value[to]! ? theme.inkSoft : theme.rule;
      curve(context, ends, scene.layout.down);
      context.setLineDash([]);
      arrow(context, ends, back, scene.layout.down);
      if (back) drawLocal(context, scene, theme, input.node, to, k, ends);
    });
  });
}

type Ends = [from: Point, to: Point];

/** Edges into one node arrive side by side. */
function endsOf(scene: GraphScene, from: number, to: number, k: number, count: number): Ends {
  const [a, b] = [scene.layout.boxes[from]!, scene.layout.boxes[to]!];
  const share = count === 1 ? 0 : (rankOf(scene, to, k) / (count - 1) - 0.5) * 0.5;
  return scene.layout.down
    ? [bottom(a), { x: b.x + share * b.width, y: b.y - b.height / 2 }]
    : [right(a), { x: b.x - b.width / 2, y: b.y + share * b.height }];
}

const bottom = ({ x, y, height }: Box) => ({ x, y: y + height / 2 });
const right = ({ x, y, width }: Box) => ({ x: x + width / 2, y });

/** In the order in which they come, so that they do not cross at the door. */
function rankOf({ data, layout }: GraphScene, to: number, k: number): number {
  const inputs = data.nodes[to]!.inputs;
  const key = (node: number) => (layout.down ? layout.boxes[node]!.x : layout.boxes[node]!.y);
  const order = inputs.map((_, i) => i).sort((i, j) => key(inputs[i]!.node) - key(inputs[j]!.node) || i - j); // prettier-ignore
  return order.indexOf(k);
}

function curve(context: Context, [from, to]: Ends, down: boolean): void {
  context.beginPath();
  context.moveTo(from.x, from.y);
  const half = down ? (to.y - from.y) / 2 : (to.x - from.x) / 2;
  if (down) context.bezierCurveTo(from.x, from.y + half, to.x, to.y - half, to.x, to.y);
  else context.bezierCurveTo(from.x + half, from.y, to.x - half, to.y, to.x, to.y);
  context.stroke();
}

/** Where the walk goes: to the reader of a value, or back to what was read. */
function arrow(context: Context, [from, to]: Ends, back: boolean, down: boolean): void {
  const tip = back ? from : to;
  const way = back ? 1 : -1;
  context.beginPath();
  const [ax, ay] = down ? [4, 7 * way] : [7 * way, 4];
  const [bx, by] = down ? [-4, 7 * way] : [7 * way, -4];
  context.moveTo(tip.x + ax, tip.y + ay);
  context.lineTo(tip.x, tip.y);
  context.lineTo(tip.x + bx, tip.y + by);
  context.stroke();
}

/** What the gradient is multiplied by on its way back, near the middle of the edge. */
function drawLocal(
  context: Context,
  scene: GraphScene,
  theme: Theme,
  from: number,
  to: number,
  k: number,
  [a, b]: Ends,
): void {
  const local = localOf(scene.data, to, k);
  if (local === null) return;
  const at = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const style = { color: theme.inkSoft, size: TEXT.small, halo: theme.paper } as const;
  const words = `\u00d7 ${formatShort(local)}`;
  if (!scene.layout.down) {
    drawText(context, theme, words, at.x, at.y - 10, { ...style, align: 'center' });
    return;
  }
  // Beside the edge, on the side to which it leans.
  const leans = a.x < b.x - 1 ? -1 : 1;
  drawText(context, theme, words, at.x + 10 * leans, at.y, {
    ...style,
    align: leans < 0 ? 'right' : 'left',
  });
}
