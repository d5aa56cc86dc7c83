import { pack, type Packed } from './pack';
import type { RecordedShow } from './recording';
import { unpack } from './unpack';

export const packShow = (show: RecordedShow): Packed => pack(show, streamOf);

export const unpackShow = (packed: Packed): RecordedShow => unpack(packed) as RecordedShow;

/** `figures`, the figure's id, `frames`, the frame's index, and the rest, which is the same in all frames. */
function streamOf(path: readonly string[]): string {
  const isFrame = path[0] === 'figures' && path[2] === 'frames';
  return JSON.stringify(isFrame ? path.toSpliced(3, 1) : path);
}
