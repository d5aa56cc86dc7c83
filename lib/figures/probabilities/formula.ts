import { formatNumber } from '../format';
import { escapeTex, texNumber } from '../plot/tex';
import { nameOf } from './names';
import type { ProbabilitiesScene } from './scene';
import { powersOf } from './softmax';

/** Terms of the sum that are written out. */
const TERMS = 4;

/** The softmax with the numbers of one label; of a sum of many terms only what it comes to. */
export function probabilityFormula(scene: ProbabilitiesScene, label: number): string | null {
  const { data, answer, sampling } = scene;
  const { logits, kept, shares } = answer;
  if (label >= logits.length) return null;
  const name = `\\text{${escapeTex(nameOf(data, label))}}`;
  if (!kept[label]) return `p_{${name}} = 0`;
  const term = (i: number) => `e^{${texNumber(logits[i] ?? NaN)} / ${heatText(sampling.heat)}}`;
  const used = kept.flatMap((isKept, i) => (isKept ? [i] : []));
  const sum = `\\sum_j e^{z_j / T}`;
  const share = texNumber(shares[label] ?? NaN);
  if (used.length <= TERMS) {
    const terms = used.map(term).join(' + ');
    return `p_{${name}} = \\frac{e^{z / T}}{${sum}} = \\frac{${term(label)}}{${terms}} = ${share}`;
  }
  // With the largest logit taken away, no power is too large to be written.
  const largest = Math.max(...logits);
  const powers = powersOf(logits, sampling.heat, kept);
  const total = texNumber(powers.reduce((a, b) => a + b, 0));
  const shifted = texNumber((logits[label] ?? NaN) - largest);
  return `p_{${name}} = \\frac{e^{(z - z_{\\max}) / T}}{\\sum_j e^{(z_j - z_{\\max}) / T}} = \\frac{e^{${shifted} / ${heatText(sampling.heat)}}}{${total}} = ${share}`;
}

const heatText = (heat: number) => formatNumber(heat).replace(/(\.\d\d)\d$/, '$1');
