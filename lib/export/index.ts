export { exportFileName } from './file-name';
export { fromNotebook } from './from-notebook';
export { ImportError } from './import-error';
export { IMPORT_LIMITS, type ImportedCell, type ImportedNotebook } from './imported-notebook';
export { toHtml, type HtmlParts } from './to-html';
export { toNotebook } from './to-notebook';
export { toTypeScript } from './to-typescript';
export type {
  ExportedBlock,
  ExportedCell,
  ExportedFigure,
  ExportedLesson,
  ExportedOutput,
  ExportedProse,
  LessonText,
} from './types';
