import type { Context, CursorOf } from '../figure-module';
import { formatNumber, formatSigned } from '../format';
import { TEXT, drawText, fitText } from '../text';
import type { Theme } from '../theme';
import { drawEdges } from './draw-edges';
import type { Box } from './layout';
import { isScalar, nodeName, opSign, shapeText } from './names';
import type { GraphScene } from './scene';
import type { GraphNode } from './stages';

export function drawGraph(
  context: Context,
  scene: GraphScene,
  theme: Theme,
  cursor: CursorOf<'graph'> | null,
): void {
  const chosen = cursor?.node ?? scene.now?.node ?? null;
  drawEdges(context, scene, theme, chosen);
  scene.layout.boxes.forEach((_, node) => drawNode(context, scene, theme, node, node === chosen));
}

/** Name and sign above; the value in ink, the gradient beneath it by its sign, each when it is there. */
function drawNode(
  context: Context,
  scene: GraphScene,
  theme: Theme,
  at: number,
  chosen: boolean,
): void {
  const node = scene.data.nodes[at]!;
  const box = scene.layout.boxes[at]!;
  const [left, top] = [box.x - box.width / 2, box.y - box.height / 2];
  const there = scene.value[at]!;
  context.setLineDash(node.op === '' ? [] : there ? [] : [3, 3]);
  context.fillStyle = theme.paper;
  rounded(context, box, chosen ? 3 : 0);
  context.fill();
  context.strokeStyle = chosen ? theme.accent : there ? theme.inkSoft : theme.ruleStrong;
  context.lineWidth = chosen ? 2.5 : node.op === '' ? 1 : 1.5;
  rounded(context, box, 0);
  context.stroke();
  context.setLineDash([]);
  const head = { color: there ? theme.ink : theme.inkFaint, weight: 600 } as const;
  const sign = node.op === '' ? '' : opSign(node);
  const name = fitText(nodeName(scene.data, at), TEXT.label, box.width - (sign ? 38 : 14));
  const isConstant = node.op === '' && node.name === '';
  if (!isConstant) drawText(context, theme, name, left + 8, top + 13, head);
  if (sign !== '') {
    const style = { color: theme.inkSoft, size: TEXT.label, align: 'right' } as const;
    drawText(context, theme, sign, left + box.width - 8, top + 13, style);
  }
  if (there) drawNumbers(context, theme, node, node.values, left + 8, top + 31, 'value');
  if (scene.gradient[at]) {
    drawNumbers(context, theme, node, node.gradient, left + 8, top + 47, 'gradient');
  }
}

function rounded(context: Context, { x, y, width, height }: Box, grow: number): void {
  const [w, h, r] = [width / 2 + grow, height / 2 + grow, 7];
  context.beginPath();
  context.moveTo(x - w + r, y - h);
  context.lineTo(x + w - r, y - h);
  context.arc(x + w - r, y - h + r, r, -Math.PI / 2, 0);
  context.lineTo(x + w, y + h - r);
  context.arc(x + w - r, y + h - r, r, 0, Math.PI / 2);
  context.lineTo(x - w + r, y + h);
  context.arc(x - w + r, y + h - r, r, Math.PI / 2, Math.PI);
  context.lineTo(x - w, y - h + r);
  context.arc(x - w + r, y - h + r, r, Math.PI, 1.5 * Math.PI);
  context.closePath();
}

function drawNumbers(
  context: Context,
  theme: Theme,
  node: GraphNode,
  values: Float32Array,
  x: number,
  y: number,
  what: 'value' | 'gradient',
): void {
  const isValue = what === 'value';
  const number = isScalar(node) ? (isValue ? formatNumber : formatSigned)(values[0]!) : shapeText(node); // prettier-ignore
  const first = values[0] ?? 0;
  const color = isValue
    ? theme.ink
    : !isScalar(node)
      ? theme.inkSoft
      : first < 0
        ? theme.negative
        : theme.positive;
  const words = isValue ? number : `\u2202 ${number}`;
  drawText(context, theme, words, x, y, { color, size: TEXT.label });
}
