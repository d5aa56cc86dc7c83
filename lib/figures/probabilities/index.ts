import type { FigureModule } from '../figure-module';
import {
  formulaOf,
  hitProbabilities,
  moveProbabilities,
  pressProbabilities,
  readProbabilities,
  restProbabilities,
} from './cursor';
import { drawProbabilities } from './draw';
import { probabilitiesScene, type ProbabilitiesScene } from './scene';
import { describeProbabilities, probabilitiesSettings, probabilitiesTable } from './words';

/** What a softmax makes of logits, at any temperature, for one answer or along a text. */
export const probabilities = {
  kind: 'probabilities',
  waitingHeight: () => 220,
  settings: probabilitiesSettings,
  scene: probabilitiesScene,
  draw: drawProbabilities,
  describe: describeProbabilities,
  table: probabilitiesTable,
  hit: hitProbabilities,
  move: moveProbabilities,
  readout: readProbabilities,
  press: pressProbabilities,
  formula: formulaOf,
  standing(scene) {
    const rest = restProbabilities(scene);
    return rest && formulaOf(scene, rest);
  },
} satisfies FigureModule<'probabilities', ProbabilitiesScene>;
