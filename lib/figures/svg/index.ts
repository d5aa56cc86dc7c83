export { pictureSvg } from './picture-svg';
export type { Deflate } from './png';
