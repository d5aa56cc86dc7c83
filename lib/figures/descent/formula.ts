import type { CursorOf } from '../figure-module';
import { memoryAt, type Run, type Spot } from './runs';
import { update, type Memory } from './rules';
import type { DescentScene } from './scene';
import { texNumber as n, texText } from '../tex';

/** The update that leads from the step at the cursor to the next one, for both numbers. */
export function descentFormula(scene: DescentScene, cursor: CursorOf<'descent'>): string | null {
  if (!('path' in cursor)) return null;
  const run = scene.runs[cursor.path];
  const spot = run?.spots[cursor.step];
  if (!run || !spot) return null;
  const memory = memoryAt(run, cursor.step);
  const rows = ([0, 1] as const).map((i) => rowOf(run, spot, memory, cursor.step + 1, i, scene));
  if (rows.some((row) => row === null)) return null;
  return `\\begin{aligned}${rows.join('\\\\[4pt]')}\\end{aligned}`;
}

function rowOf(
  { rule }: Run,
  spot: Spot,
  memory: Memory,
  t: number,
  i: 0 | 1,
  { data }: DescentScene,
): string | null {
  const g = i === 0 ? spot.dx : spot.dy;
  const from = i === 0 ? spot.x : spot.y;
  const name = texName(data.names[i]);
  const step = update(rule, memory, [spot.dx, spot.dy], t);
  if (!step) return null;
  const [m, v] = [step.m[i], step.v[i]];
  const to = n(from + step.change[i]);
  const rate = n(rule.rate);
  const line = (parts: string) => `${name}_{${t}} &= ${parts} = \\mathbf{${to}}`;
  switch (rule.kind) {
    case 'sgd':
      return line(`${name}_{${t - 1}} - \\eta\\, g = ${n(from)} - ${rate} \\cdot ${paren(g)}`);
    case 'momentum':
      return [
        `m &= \\beta m + g = ${n(rule.momentum)} \\cdot ${paren(memory.m[i])} + ${paren(g)} = ${n(m)}`,
        line(`${name}_{${t - 1}} - \\eta\\, m = ${n(from)} - ${rate} \\cdot ${paren(m)}`),
      ].join('\\\\');
    case 'rmsprop':
      return [
        `v &= \\rho v + (1-\\rho)\\, g^2 = ${n(rule.decay)} \\cdot ${n(memory.v[i])} + ${n(1 - rule.decay)} \\cdot ${paren(g)}^2 = ${n(v)}`,
        line(
          rule.momentum === 0
            ? `${name}_{${t - 1}} - \\frac{\\eta\\, g}{\\sqrt{v + \\varepsilon}} = ${n(from)} - \\frac{${rate} \\cdot ${paren(g)}}{\\sqrt{${n(v)}}}`
            : `${name}_{${t - 1}} - m = ${n(from)} - ${paren(m)}`,
        ),
      ].join('\\\\');
    case 'adam':
      return adamRow(rule, memory, { g, m, v, from, name, t, i }, line);
    case 'other':
      return null;
    default:
      return rule.kind satisfies never;
  }
}

type Numbers = { g: number; m: number; v: number; from: number; name: string; t: number; i: 0 | 1 };

function adamRow(
  { rate, beta1, beta2 }: Run['rule'],
  memory: Memory,
  { g, m, v, from, name, t, i }: Numbers,
  line: (parts: string) => string,
): string {
  const [first, second] = [m / (1 - beta1 ** t), v / (1 - beta2 ** t)];
  return [
    `m &= ${n(beta1)} \\cdot ${paren(memory.m[i])} + ${n(1 - beta1)} \\cdot ${paren(g)} = ${n(m)}, \\quad \\hat m = \\tfrac{m}{1 - \\beta_1^{${t}}} = ${n(first)}`,
    `v &= ${n(beta2)} \\cdot ${n(memory.v[i])} + ${n(1 - beta2)} \\cdot ${paren(g)}^2 = ${n(v)}, \\quad \\hat v = \\tfrac{v}{1 - \\beta_2^{${t}}} = ${n(second)}`,
    line(
      `${name}_{${t - 1}} - \\frac{\\eta\\, \\hat m}{\\sqrt{\\hat v} + \\varepsilon} = ${n(from)} - \\frac{${n(rate)} \\cdot ${paren(first)}}{\\sqrt{${n(second)}}}`,
    ),
  ].join('\\\\');
}

const paren = (value: number) => (value < 0 ? `(${n(value)})` : n(value));

/** One letter is a variable, a word stands upright. */
const texName = (name: string) => (/^[a-z]$/i.test(name) ? name : texText(name));
