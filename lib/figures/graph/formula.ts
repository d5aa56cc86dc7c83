import type { CursorOf } from '../figure-module';
import { texNumber as n, texText } from '../tex';
import { localOf } from './local';
import { localTex, forwardTex } from './op-tex';
import { isScalar, nodeName } from './names';
import type { GraphScene } from './scene';
import { readersOf, type GraphData } from './stages';

/** Of the node at the cursor: how its value came, and, once it is there, its gradient by the chain rule. */
export function graphFormula(scene: GraphScene, { node }: CursorOf<'graph'>): string | null {
  const rows = [
    scene.value[node] ? valueRow(scene.data, node) : null,
    scene.gradient[node] ? gradientRow(scene.data, node) : null,
  ].filter((row) => row !== null);
  return rows.length === 0 ? null : aligned(rows);
}

/** Of what happens in the stage shown. */
export function standingFormula({ data, now }: GraphScene): string | null {
  if (now === null) return null;
  const row = now.way === 'forward' ? valueRow(data, now.node) : gradientRow(data, now.node);
  return row === null ? null : aligned([row]);
}

const aligned = (rows: readonly string[]) =>
  `\\begin{aligned}${rows.join('\\\\[6pt]')}\\end{aligned}`;

/** One letter is a variable, with its number as an index; a word stands upright. */
export function texName(data: GraphData, at: number): string {
  const name = nodeName(data, at);
  const letter = /^([a-z])(\d*)$/i.exec(name);
  if (letter) return letter[2] ? `${letter[1]}_{${letter[2]}}` : letter[1]!;
  return data.nodes[at]!.name === '' ? n(data.nodes[at]!.values[0] ?? NaN) : texText(name);
}

function valueRow(data: GraphData, at: number): string | null {
  const node = data.nodes[at]!;
  const name = texName(data, at);
  if (node.op === '') return isScalar(node) ? `${name} &= ${n(node.values[0]!)}` : null;
  const words = forwardTex(
    node.op,
    node.inputs.map(({ node: i }) => texName(data, i)),
  );
  const scalars = node.inputs.every(({ node: i }) => isScalar(data.nodes[i]!)) && isScalar(node);
  if (!scalars) return `${name} &= ${words}`;
  const numbers = forwardTex(node.op, node.inputs.map(({ node: i }) => paren(data.nodes[i]!.values[0]!))); // prettier-ignore
  return `${name} &= ${words} = ${numbers} = \\mathbf{${n(node.values[0]!)}}`;
}

const paren = (value: number) => (value < 0 ? `(${n(value)})` : n(value));

function gradientRow(data: GraphData, at: number): string | null {
  const node = data.nodes[at]!;
  const result = texName(data, data.nodes.length - 1);
  const by = (i: number) => `\\frac{\\partial ${result}}{\\partial ${texName(data, i)}}`;
  const readers = readersOf(data, at).filter(({ flow }) => flow.length > 0);
  if (readers.length === 0) return `${by(at)} &= \\mathbf{1}`;
  const local = (reader: number) => `\\frac{\\partial ${texName(data, reader)}}{\\partial ${texName(data, at)}}`; // prettier-ignore
  const chain = readers.map(({ node: r }) => `${by(r)} \\cdot ${local(r)}`).join(' + ');
  const numbers = readers.map(({ node: reader }) => product(data, reader, at));
  if (!isScalar(node) || numbers.some((one) => one === null)) return `${by(at)} &= ${chain}`;
  const named = readers.map(({ node: r }) => namedLocal(data, r, at)).filter((one) => one !== null);
  const total = `= ${numbers.join(' + ')} = \\mathbf{${n(node.gradient[0]!)}}`;
  const why = named.length > 0 ? `\\qquad\\Bigl(${named.join(',\\; ')}\\Bigr)` : '';
  return `${by(at)} &= ${chain} ${total}${why}`;
}

function product(data: GraphData, reader: number, at: number): string | null {
  const k = data.nodes[reader]!.inputs.findIndex(({ node }) => node === at);
  const local = localOf(data, reader, k);
  return local === null
    ? null
    : `${paren(data.nodes[reader]!.gradient[0]!)} \\cdot ${paren(local)}`;
}

/** "∂u/∂w = x", where the local derivative has a formula that we know. */
function namedLocal(data: GraphData, reader: number, at: number): string | null {
  const { op, inputs } = data.nodes[reader]!;
  const k = inputs.findIndex(({ node }) => node === at);
  const tex = localTex(op, inputs.map(({ node }) => texName(data, node)), k, texName(data, reader)); // prettier-ignore
  if (tex === null) return null;
  return `\\tfrac{\\partial ${texName(data, reader)}}{\\partial ${texName(data, at)}} = ${tex}`;
}
