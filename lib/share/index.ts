export { decodeShare } from './decode-share';
export { encodeShare } from './encode-share';
export { lessonShare } from './lesson-share';
export {
  SHARE_LIMITS,
  type LessonShare,
  type NotebookShare,
  type Share,
  type SharedCell,
  type SharedCode,
} from './share';
export { ShareError } from './share-error';
export { isShareFragment } from './share-fragment';
export { shareTooLong } from './share-too-long';
