import type { editor } from 'monaco-editor/editor';
import type { CodeError } from '../code-error';
import type { CellModels } from './cell-models';
import type { Monaco } from './loaded-monaco';

const OWNER = 'run';

/** Marks the line of a failed run in the cell's model: squiggle, ground and gutter. Returns how to take it away. */
export function markError(
  monaco: Monaco,
  models: CellModels,
  cellId: string,
  error: CodeError,
  classes: { line: string; gutter: string },
): () => void {
  const model = models.get(cellId);
  if (!model || error.line === undefined) return () => {};
  const line = Math.min(Math.max(1, error.line), model.getLineCount());
  const marked = squiggle(monaco, model, line, error);
  monaco.editor.setModelMarkers(model, OWNER, [marked]);
  const marks = model.deltaDecorations(
    [],
    [
      {
        range: new monaco.Range(line, 1, line, 1),
        options: {
          isWholeLine: true,
          className: classes.line,
          linesDecorationsClassName: classes.gutter,
        },
      },
    ],
  );
  return () => {
    if (model.isDisposed()) return;
    model.deltaDecorations(marks, []);
    monaco.editor.setModelMarkers(model, OWNER, []);
  };
}

/** Under the word where the error is, else under the line. */
function squiggle(
  monaco: Monaco,
  model: editor.ITextModel,
  line: number,
  error: CodeError,
): editor.IMarkerData {
  const first = model.getLineFirstNonWhitespaceColumn(line) || 1;
  const last = model.getLineLastNonWhitespaceColumn(line) || 2;
  const column = error.column ?? first;
  const word = error.column ? model.getWordAtPosition({ lineNumber: line, column }) : null;
  return {
    severity: monaco.MarkerSeverity.Error,
    message: error.message,
    startLineNumber: line,
    endLineNumber: line,
    startColumn: word?.startColumn ?? Math.min(column, last),
    endColumn: word?.endColumn ?? last,
  };
}
