import type { History } from '../figure-module';
import { formatCount, formatNumber } from '../format';
import type { Setting, Settings } from '../setting';
import { numberOf } from '../setting';
import { ownOf, startOf, stepsOf } from './runs';
import { stepOf } from './scene';

/** Steps a second; a whole race plays in about eight seconds. */
const pace = (steps: number) => Math.max(4, Math.min(30, Math.ceil(steps / 8)));

export function descentSettings(
  history: History<'descent'>,
  at: number,
  settings: Settings,
): readonly Setting[] {
  const data = history.frames[at]!.data;
  const steps = stepsOf(data);
  const own = ownOf(data, settings);
  const [x, y] = startOf(data);
  const step = stepOf(data, settings);
  const knobs: Setting[] = [
    {
      key: 'step',
      label: 'Step',
      kind: 'slider',
      min: 0,
      max: Math.max(1, steps),
      step: 1,
      value: step,
      text: `${formatCount(step)} of ${formatCount(steps)}`,
      plays: pace(steps),
    },
    startSlider('x', `Start ${data.names[0]}`, data.x, own?.x ?? x),
    startSlider('y', `Start ${data.names[1]}`, data.y, own?.y ?? y),
    rateSlider(settings),
    noiseSlider(settings),
  ];
  if (!own) return knobs;
  const back = { x, y, rate: 0, noise: 0 };
  return [...knobs, { key: 'back', label: 'As the cell ran it', kind: 'action', sets: back }];
}

function startSlider(
  key: string,
  label: string,
  [min, max]: readonly [number, number],
  value: number,
): Setting {
  const step = 10 ** Math.floor(Math.log10((max - min) / 100));
  return { key, label, kind: 'slider', min, max, step, value, text: formatNumber(value) };
}

/** As an exponent of ten: from a tenth to ten times. */
function rateSlider(settings: Settings): Setting {
  const value = numberOf(settings, 'rate', 0, [-1, 1]);
  const times = Number((10 ** value).toPrecision(2));
  const text = value === 0 ? 'as written' : `\u00d7 ${times}`;
  return { key: 'rate', label: 'Learning rates', kind: 'slider', min: -1, max: 1, step: 0.1, value, text }; // prettier-ignore
}

function noiseSlider(settings: Settings): Setting {
  const value = numberOf(settings, 'noise', 0, [0, 1]);
  const text = value === 0 ? 'none' : `${Math.round(100 * value)} %`;
  return { key: 'noise', label: 'Noise in the gradient', kind: 'slider', min: 0, max: 1, step: 0.05, value, text }; // prettier-ignore
}
