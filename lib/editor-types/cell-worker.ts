import {
  initialize,
  ts,
  TypeScriptWorker,
  type CreateData,
  type WorkerContext,
} from 'monaco-editor/languages/features/typescript/ts.worker';
import type TypeScript from 'typescript';
import { CellModules } from './cell-modules';
import { GLOBALS_FILE, isCellFile } from './check-options';
import { plainWords } from './plain-words';
import { withoutAlias } from './without-alias';

/**
 * Monaco's TypeScript worker, but cells are the modules of `CellModules`. Whatever points behind the reader's own text
 * is dropped before it leaves.
 */
class CellWorker extends TypeScriptWorker {
  private readonly cells: CellModules;

  constructor(context: WorkerContext, data: CreateData) {
    super(context, data);
    this.cells = new CellModules(ts.typescript, () =>
      context
        .getMirrorModels()
        .map((model) => ({
          file: model.uri.toString(),
          version: String(model.version),
          text: model.getValue(),
        }))
        .filter((source) => isCellFile(source.file)),
    );
  }

  override getScriptFileNames() {
    return [...this.cells.files(), GLOBALS_FILE];
  }

  override getScriptVersion(file: string) {
    return this.cells.version(file) ?? super.getScriptVersion(file);
  }

  override _getScriptText(file: string) {
    return this.cells.text(file) ?? super._getScriptText(file);
  }

  override async getSyntacticDiagnostics(file: string) {
    return this.cells
      .syntaxProblems(file)
      .map(({ start, length, category, code, messageText }) => ({
        ...{ start, length, category, code, messageText },
      }));
  }

  override async getSemanticDiagnostics(file: string) {
    const problems = await super.getSemanticDiagnostics(file);
    const own = problems.filter((problem) => this.isReaders(file, problem.start ?? 0));
    const clashes = this.cells.clashes(file).map(({ name, start }) => ({
      start,
      length: name.length,
      category: ts.typescript.DiagnosticCategory.Error,
      code: 2451,
      messageText: `Another cell declares '${name}' too. Give one of them another name.`,
    }));
    return [...own.map(plainWords), ...clashes];
  }

  override async getQuickInfoAtPosition(file: string, position: number) {
    const info = await super.getQuickInfoAtPosition(file, position);
    return info && { ...info, displayParts: withoutAlias(info.displayParts ?? []) };
  }

  /** Only of what cells declare at their top level: the names that stand for a value in a lesson. */
  override async getDefinitionAtPosition(file: string, position: number) {
    const found = await super.getDefinitionAtPosition(file, position);
    return found?.filter((place) => this.cells.declaresAt(place.fileName, place.textSpan.start));
  }

  override async getCompletionEntryDetails(file: string, position: number, entry: string) {
    const details = await super.getCompletionEntryDetails(file, position, entry);
    return details && { ...details, displayParts: withoutAlias(details.displayParts) };
  }

  override async findRenameLocations(file: string, position: number) {
    const locations = await super.findRenameLocations(file, position, false, false, false);
    return locations?.filter((place) => this.isReaders(place.fileName, place.textSpan.start));
  }

  override async getFormattingEditsForDocument(
    file: string,
    options: TypeScript.FormatCodeOptions,
  ) {
    return this.edits(file, await super.getFormattingEditsForDocument(file, options));
  }

  override async getFormattingEditsForRange(
    file: string,
    start: number,
    end: number,
    options: TypeScript.FormatCodeOptions,
  ) {
    return this.edits(file, await super.getFormattingEditsForRange(file, start, end, options));
  }

  override async getFormattingEditsAfterKeystroke(
    file: string,
    position: number,
    key: string,
    options: TypeScript.FormatCodeOptions,
  ) {
    const edits = await super.getFormattingEditsAfterKeystroke(file, position, key, options);
    return this.edits(file, edits);
  }

  private isReaders(file: string, offset: number): boolean {
    return offset < (this.cells.length(file) ?? 0);
  }

  private edits(file: string, changes: readonly TypeScript.TextChange[]): TypeScript.TextChange[] {
    const end = this.cells.length(file) ?? 0;
    return changes.filter(({ span }) => span.start + span.length <= end);
  }
}

// Monaco's first message only wakes the worker; the second carries what it is made from.
self.onmessage = () => initialize((context, data) => new CellWorker(context, data));
