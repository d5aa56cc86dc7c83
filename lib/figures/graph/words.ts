import type { Cell, History, Table } from '../figure-module';
import { formatCount, formatNumber, formatSigned } from '../format';
import type { Setting, Settings } from '../setting';
import { isScalar, nodeName, opWord, resultName, shapeText } from './names';
import { happeningAt, stageOf, walkOf, type GraphData } from './stages';

const STAGES_A_SECOND = 1;

export function graphSettings(
  history: History<'graph'>,
  at: number,
  settings: Settings,
): readonly Setting[] {
  const data = history.frames[at]!.data;
  const stage = stageOf(data, settings);
  const { forward, backward, last } = walkOf(data);
  const text =
    stage === 0
      ? 'what goes in'
      : stage <= forward.length
        ? `forward, ${stage} of ${forward.length}`
        : `backward, ${stage - forward.length} of ${backward.length}`;
  return [
    {
      key: 'stage',
      label: 'Walk',
      kind: 'slider',
      min: 0,
      max: Math.max(1, last),
      step: 1,
      value: stage,
      text,
      plays: STAGES_A_SECOND,
    },
  ];
}

export function describeGraph(history: History<'graph'>, at: number, settings: Settings): string {
  const data = history.frames[at]!.data;
  const stage = stageOf(data, settings);
  const now = happeningAt(data, stage);
  const { last } = walkOf(data);
  if (now === null) {
    const going = data.nodes.filter(({ op }) => op === '').length;
    return `${formatCount(going)} numbers go in; ${resultName(data)} comes out after ${formatCount(last)} stages, forward and back.`;
  }
  if (stage === last) return finished(data);
  const node = data.nodes[now.node]!;
  const name = nodeName(data, now.node);
  if (now.way === 'forward') {
    const inputs = node.inputs.map(({ node: i }) => nodeName(data, i)).join(' and ');
    return `Forward: ${name} is the ${opWord(node)} of ${inputs}: ${amount(node.values, data, now.node)}.`;
  }
  const slope = isScalar(node) ? formatSigned(node.gradient[0]!) : shapeText(node);
  return `Backward: the gradient of ${resultName(data)} by ${name} is ${slope}.`;
}

const amount = (values: Float32Array, data: GraphData, at: number) =>
  isScalar(data.nodes[at]!) ? formatNumber(values[0]!) : `a tensor of shape ${shapeText(data.nodes[at]!)}`; // prettier-ignore

/** "L is 0.313; a little more of w raises it by 0.242 times as much, …" */
function finished(data: GraphData): string {
  const { nodes } = data;
  const result = amount(nodes[nodes.length - 1]!.values, data, nodes.length - 1);
  const slopes = nodes.flatMap((node, i) =>
    node.op === '' && node.gradient.length > 0 && isScalar(node)
      ? [`${formatSigned(node.gradient[0]!)} by ${nodeName(data, i)}`]
      : [],
  );
  const gradient = slopes.length > 0 ? ` Its gradient is ${slopes.join(', ')}.` : '';
  return `${resultName(data)} is ${result}.${gradient}`;
}

/** A row for each node: what it is, its value and its gradient. */
export function graphTable(history: History<'graph'>, at: number): Table {
  const data = history.frames[at]!.data;
  return {
    caption: history.figure.title,
    columns: ['node', 'operation', 'of', 'shape', 'value', `gradient of ${resultName(data)}`],
    rows: data.nodes.map((node, i): Cell[] => [
      nodeName(data, i),
      node.op === '' ? null : opWord(node),
      node.inputs.map((input) => nodeName(data, input.node)).join(', ') || null,
      shapeText(node),
      listed(node.values),
      node.gradient.length === 0 ? null : listed(node.gradient),
    ]),
  };
}

const listed = (values: Float32Array): Cell =>
  values.length === 1 ? values[0]! : Array.from(values, (value) => formatNumber(value)).join(' ');
