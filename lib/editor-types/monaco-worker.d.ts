/** What of Monaco's TypeScript worker, which ships without types, `cell-worker.ts` builds on. */
declare module 'monaco-editor/languages/features/typescript/ts.worker' {
  import type TypeScript from 'typescript';

  type MirrorModel = { uri: { toString(): string }; version: number; getValue(): string };
  type Diagnostic = {
    start?: number;
    length?: number;
    category: number;
    code: number;
    messageText: string | object;
  };

  export type WorkerContext = { getMirrorModels(): MirrorModel[] };
  export type CreateData = unknown;

  export class TypeScriptWorker {
    constructor(context: WorkerContext, data: CreateData);
    protected _ctx: WorkerContext;
    protected _getScriptText(file: string): string | undefined;
    getScriptFileNames(): string[];
    getScriptVersion(file: string): string;
    getSyntacticDiagnostics(file: string): Promise<Diagnostic[]>;
    getSemanticDiagnostics(file: string): Promise<Diagnostic[]>;
    getQuickInfoAtPosition(
      file: string,
      position: number,
    ): Promise<TypeScript.QuickInfo | undefined>;
    getDefinitionAtPosition(
      file: string,
      position: number,
    ): Promise<readonly TypeScript.DefinitionInfo[] | undefined>;
    getCompletionEntryDetails(
      file: string,
      position: number,
      entry: string,
    ): Promise<TypeScript.CompletionEntryDetails | undefined>;
    findRenameLocations(
      file: string,
      position: number,
      inStrings: boolean,
      inComments: boolean,
      affixes: boolean,
    ): Promise<readonly TypeScript.RenameLocation[] | undefined>;
    getFormattingEditsForDocument(
      file: string,
      options: TypeScript.FormatCodeOptions,
    ): Promise<TypeScript.TextChange[]>;
    getFormattingEditsForRange(
      file: string,
      start: number,
      end: number,
      options: TypeScript.FormatCodeOptions,
    ): Promise<TypeScript.TextChange[]>;
    getFormattingEditsAfterKeystroke(
      file: string,
      position: number,
      key: string,
      options: TypeScript.FormatCodeOptions,
    ): Promise<TypeScript.TextChange[]>;
  }

  export const ts: { typescript: typeof TypeScript };
  export function initialize(
    create: (context: WorkerContext, data: CreateData) => TypeScriptWorker,
  ): void;
}
