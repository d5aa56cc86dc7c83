import { createBudget } from './budget';
import type { Course } from './course';
import { createData } from './data';
import { createDisplay } from './display';
import type { Host } from './host';
import { createInput } from './input';
import { random } from './random';
import { createRunClock } from './run-clock';
import { createShow } from './show';
import { createWatch } from './watch';

export type { Course } from './course';
export type { Host } from './host';
export { consoleFor } from './console';
export { createDeviceQueue } from './device-queue';
export { disposeUnheld } from './dispose-unheld';
export { installFitDefaults } from './fit-defaults';
export { createInput } from './input';
export type { ControlDraft } from './input-drafts';
export { rememberOrigin } from './input-origin';
export { inputValue } from './input-value';
export { installLabelCheck } from './label-check';
export { createPace, type Pace } from './pace';
export { layerNumbers, maxNumbers, setLayerNumbers, type LayerNumbers } from './layer-numbers';
export { mutationsOf, type Declared } from './mutations';
export { createStates, type States } from './states';
export { tensorsIn } from './reachable-tensors';
export { fixMathRandom, seededRandom, seedMathRandom } from './seed-math-random';
export { snapshot } from './snapshot';
export { looseTensors, memoryReport, type Loose, type Origin } from './tensor-report';
export { watchTensors, type TensorWatch } from './tensor-watch';
export { describeVariables } from './variable-report';

/** What a reader's cell finds by name, speaking to the page through this host. */
export function createCourse(given: Host): Course {
  const clock = createRunClock(given.run);
  const host: Host = {
    ...given,
    progress: (progress) => given.progress(progress && clock.timed(progress)),
  };
  return {
    display: createDisplay(host),
    show: createShow(host),
    watch: createWatch(host),
    budget: createBudget(host, clock),
    data: createData(host),
    input: createInput(host),
    random,
  };
}
