import { describe, expect, it } from 'vitest';
import { analyze } from './analyze';

const RATE = "const rate = input.slider('Rate');";

describe('the controls of a cell', () => {
  it.each<[source: string, controls: string, own: string]>([
    [RATE, 'rate', ''],
    [`${RATE} rate * 2`, 'rate', 'rate'],
    [`${RATE} const f = () => rate`, 'rate', 'rate'],
    [`const f = () => rate; ${RATE}`, 'rate', 'rate'],
    [`${RATE} ({ rate })`, 'rate', 'rate'],
    [`${RATE} ({ rate: 1 }).rate`, 'rate', ''],
    [`${RATE} ((rate) => rate)(1)`, 'rate', ''],
    [`${RATE} { const rate = 2; rate }`, 'rate', ''],
    ["const a = input.toggle('A'), b = 1, c = await input.text('C'); b + c", 'a c', 'c'],
    ["const a = (input.slider('A') as number)!;", 'a', ''],
    ["let rate = input.slider('Rate')", '', ''],
    ["var rate = input.slider('Rate')", '', ''],
    ["const { a } = input.slider('A')", '', ''],
    ["const a = [input.slider('A')]", '', ''],
    ["{ const a = input.slider('A') }", '', ''],
    ["const a = input('A')", '', ''],
    ["const a = other.slider('A')", '', ''],
    ["const a = input[kind]('A')", '', ''],
    ["const a = input.slider('A').value", '', ''],
    ["function input() {} const a = input.slider('A')", '', ''],
    ["import { input } from '@tensorflow/tfjs'; const a = input.slider('A')", '', ''],
    ['const = ', '', ''],
  ])('%s', (source, controls, own) => {
    const found = analyze(source);
    expect([found.controls.join(' '), found.ownControls.join(' ')]).toEqual([controls, own]);
  });
});
