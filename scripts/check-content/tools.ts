// The parts of `lib` and of this folder that the command needs, as one file for Node.
export { didYouMean } from '@/lib/content/did-you-mean';
export { answer } from '@/lib/policy/answer';
export { answerTypes } from './answer-types';
export { checkDocuments, readDocuments, titlesOf } from './documents';
export { idOf, slugOf } from './documents/check-course';
export { formatFinding, sortFindings } from './finding';
export { runExercise, toCodeExercise } from './runnable';
export { differences, expectedOfBroken, readBroken } from './testing/broken';
