export type { FitStates, RowOrder } from './fit-states';
export { resumeFit } from './resume-fit';
export { createStates, type States } from './states';
