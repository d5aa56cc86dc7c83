import type { editor } from 'monaco-editor/editor';
import { cellFile } from '@/lib/editor-types/check-options';
import type { OpenCells } from '../open-cells';
import type { Monaco } from './loaded-monaco';

/** One text model for each cell on the page, in step with `OpenCells` in both directions. */
export class CellModels {
  private readonly models = new Map<string, editor.ITextModel>();

  constructor(
    private readonly monaco: Monaco,
    private readonly cells: OpenCells,
  ) {
    cells.ids().forEach((id) => this.follow(id));
    cells.subscribe((id) => this.follow(id));
  }

  get(id: string): editor.ITextModel | undefined {
    return this.models.get(id);
  }

  private follow(id: string): void {
    const code = this.cells.code(id);
    const model = this.models.get(id);
    if (code === undefined) {
      this.models.delete(id);
      model?.dispose();
    } else if (model) {
      replaceText(model, code);
    } else {
      this.models.set(id, this.create(id, code));
    }
  }

  private create(id: string, code: string): editor.ITextModel {
    const { editor: editors, Uri } = this.monaco;
    const model = editors.createModel(code, 'typescript', Uri.parse(cellFile(id)));
    model.updateOptions({ tabSize: 2, insertSpaces: true });
    model.setEOL(editors.EndOfLineSequence.LF);
    model.onDidChangeContent(() => this.cells.typed(id, model.getValue()));
    return model;
  }
}

/** As one edit, so that the reader can undo it. */
function replaceText(model: editor.ITextModel, text: string): void {
  if (model.getValue() === text) return;
  model.pushStackElement();
  model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
  model.pushStackElement();
}
