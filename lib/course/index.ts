import type { Course } from './course';
import { createData } from './data';
import { createDisplay } from './display';
import type { Host } from './host';
import { random } from './random';
import { createShow } from './show';
import { createWatch } from './watch';

export type { Course } from './course';
export type { Host } from './host';
export { consoleFor } from './console';
export { installFitDefaults } from './fit-defaults';
export { installLabelCheck } from './label-check';
export { seededRandom, seedMathRandom } from './seed-math-random';
export { snapshot } from './snapshot';
export { startReport, type TensorReport } from './tensor-report';

/** What a reader's cell finds by name, speaking to the page through this host. */
export function createCourse(host: Host): Course {
  return {
    display: createDisplay(host),
    show: createShow(host),
    watch: createWatch(host),
    data: createData(host),
    random,
  };
}
