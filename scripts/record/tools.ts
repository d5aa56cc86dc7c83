// The parts of `lib` that recording needs, as one file for Node.
export { lessonHashes } from '@/lib/content/lesson-hashes';
export { parseLesson } from '@/lib/content/parse-lesson';
export { loadDrawing } from '@/lib/figures';
export { sharedTimes } from '@/lib/figures/shared-times';
export { pictureSvg } from '@/lib/figures/svg';
export { PROTOCOL_VERSION } from '@/lib/protocol';
export { asHistory, writeCellFile } from '@/lib/recorded/cell-file';
export { cssTheme } from '@/lib/recorded/css-theme';
export { packShow, unpackShow } from '@/lib/recorded/pack-show';
export { RECORDING_FORMAT } from '@/lib/recorded/recording';
export { thinShow } from '@/lib/recorded/thin-show';
