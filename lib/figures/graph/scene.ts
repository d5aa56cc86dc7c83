import type { Extent, History } from '../figure-module';
import type { Settings } from '../setting';
import { layoutOf, type Layout } from './layout';
import { filledAt, happeningAt, stageOf, type GraphData, type Happening } from './stages';

export type GraphScene = Extent & {
  data: GraphData;
  layout: Layout;
  stage: number;
  now: Happening;
  /** By node: whether its value, and whether its gradient, is there yet. */
  value: boolean[];
  gradient: boolean[];
};

export function graphScene(
  history: History<'graph'>,
  at: number,
  width: number,
  settings: Settings,
): GraphScene {
  const data = history.frames[at]!.data;
  const layout = layoutOf(data, width);
  const stage = stageOf(data, settings);
  return {
    width: Math.max(width, layout.width),
    height: layout.height,
    data,
    layout,
    stage,
    now: happeningAt(data, stage),
    ...filledAt(data, stage),
  };
}
