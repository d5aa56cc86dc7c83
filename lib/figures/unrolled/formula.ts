import type { CursorOf } from '../figure-module';
import { formatNumber } from '../format';
import { valueAt, type UnrolledData, type UnrolledScene } from './scene';

/** How the unit's state at this step comes about, with its numbers. A state before the first is 0. */
export function unrolledFormula(
  { data }: UnrolledScene,
  { step, unit }: CursorOf<'unrolled'>,
): string {
  const of = (name: string, at = step) => number(data, name, at, unit);
  const [now, before] = [`h_{${step + 1}}`, `h_{${step}}`];
  switch (data.cell) {
    case 'SimpleRNN': {
      const input = `\\underbrace{${of('from the input')}}_{x_{${step + 1}} W + b}`;
      const own = `\\underbrace{${signed(of('from the state before'))}}_{${before}\\,U}`;
      const bend = `\\operatorname{${data.activation}}`;
      return `${now} = ${bend}\\bigl(${input} ${own}\\bigr) = ${of('state')}`;
    }
    case 'GRU': {
      const [z, c] = [of('update gate'), of('candidate')];
      const sum = `${z} \\cdot ${bracket(of('state', step - 1))} + (1 - ${z}) \\cdot ${bracket(c)}`;
      return `${now} = z\\,${before} + (1 - z)\\,\\tilde h = ${sum} = ${of('state')}`;
    }
    case 'LSTM': {
      const kept = `${of('forget gate')} \\cdot ${bracket(of('memory', step - 1))}`;
      const added = `${of('input gate')} \\cdot ${bracket(of('candidate'))}`;
      const memory = `c_{${step + 1}} = f\\,c_{${step}} + i\\,\\tilde c = ${kept} + ${added} = ${of('memory')}`;
      const bend = `\\operatorname{${data.activation}}(c_{${step + 1}})`;
      const state = `${now} = o\\,${bend} = ${of('output gate')} \\cdot ${bend} = ${of('state')}`;
      return `\\begin{aligned} &${memory} \\\\ &${state} \\end{aligned}`;
    }
    default:
      return data.cell satisfies never;
  }
}

function number(data: UnrolledData, name: string, step: number, unit: number): string {
  if (step < 0) return '0';
  const trace = data.traces.find((one) => one.name === name);
  return tex(formatNumber(trace ? valueAt(trace, data.units, step, unit) : NaN));
}

/** A minus sign of the text is one of TeX. */
const tex = (text: string) => text.replace('\u2212', '-').replace('NaN', '\\text{NaN}');

const signed = (text: string) => (text.startsWith('-') ? text : `+ ${text}`);
const bracket = (text: string) => (text.startsWith('-') ? `(${text})` : text);
