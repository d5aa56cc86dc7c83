export { lookOf } from './look';
export { forwardPassPicture, RATE, SIZES } from './picture';
export type { ForwardPassPicture, MovingEdge, Unit } from './picture';
export { COLUMNS, HEIGHT, placeOf, WIDTH } from './place';
export { EVERY } from './sample';
export type { Stroke } from './strokes';
export { WOMAN } from './woman';
