import { BIAS } from '../dense/weight-edit';
import { choosing, chosenPlace, weightSettings } from '../dense/weight-settings';
import type { History } from '../figure-module';
import type { Setting, Settings } from '../setting';
import { hasPictures } from './layout';
import { CLASS, nextClass } from './next-class';
import {
  ANSWER,
  dataAt,
  LAYER,
  namedLayers,
  pinnedUnit,
  shownOptions,
  UNIT,
  type Shown,
} from './scene';
import type { SurfaceData } from './fields';

export function surfaceSettings(
  history: History<'surface'>,
  at: number,
  settings: Settings,
): Setting[] {
  const data = dataAt(history, at);
  return [
    ...classSetting(data, settings),
    ...shownSettings(data, settings),
    ...(hasPictures(data.layers) ? weightSettings(namedLayers(data), settings) : []),
  ];
}

function classSetting(data: SurfaceData, settings: Settings): Setting[] {
  if (!data.control || data.labels.length < 2) return [];
  const value = data.labels[nextClass(data, settings)] ?? '';
  return [{ kind: 'choice', key: CLASS, label: 'Press to add', options: data.labels, value }];
}

const BACK_TO_ANSWER: Setting = {
  kind: 'action',
  key: 'answer',
  label: 'Show the answer',
  sets: { [LAYER]: ANSWER },
};

/** To the weights of the unit that was pressed, for whoever can't press a line. */
function wayToWeights(data: SurfaceData, { layer, unit }: Shown, settings: Settings): Setting[] {
  const network = namedLayers(data);
  const chosen = chosenPlace(network, settings);
  if (layer === 0 || (chosen?.layer === layer && chosen.unit === unit)) return [];
  const sets = choosing(network, { layer, unit, from: BIAS }, null);
  return [{ kind: 'action', key: 'weights', label: 'Set its weights', sets }];
}

/** Without pictures to press, units are chosen by name, and Play goes through them. */
function shownSettings(data: SurfaceData, settings: Settings): Setting[] {
  const pinned = pinnedUnit(data, settings);
  if (hasPictures(data.layers)) {
    return pinned ? [...wayToWeights(data, pinned, settings), BACK_TO_ANSWER] : [];
  }
  if (data.layers.length < 2) return [];
  const options = shownOptions(data).filter((option) => option !== 'inputs');
  const value = pinned ? (shownOptions(data)[pinned.layer + 1] ?? ANSWER) : ANSWER;
  const choice: Setting = { kind: 'choice', key: LAYER, label: 'Show', options, value };
  const units = pinned && pinned.layer > 0 ? (data.layers[pinned.layer - 1]?.units ?? 1) : 1;
  if (!pinned || units < 2) return [choice];
  const unit = { key: UNIT, label: 'Unit', min: 1, max: units, step: 1, value: pinned.unit + 1 };
  return [choice, { kind: 'slider', ...unit, text: `${pinned.unit + 1} of ${units}`, plays: 3 }];
}
