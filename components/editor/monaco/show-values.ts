import type { languages } from 'monaco-editor/editor';
import { isCellFile } from '@/lib/editor-types/check-options';
import { hoverMarkdown } from '@/lib/lesson/hover-markdown';
import type { HoverWords } from '@/lib/lesson/hover-words';
import type { Monaco } from './loaded-monaco';

type Describe = (file: string, name: string) => HoverWords | null;

/** A place where a name is declared, as the types worker gives it. */
type Definition = { fileName: string; name: string };

/** Adds to what hovering a name shows: the cell that declares it, and what it holds. */
export function showValues(monaco: Monaco, describe: Describe): void {
  monaco.languages.registerHoverProvider('typescript', {
    async provideHover(model, position): Promise<languages.Hover | null> {
      if (!isCellFile(model.uri.toString()) || !model.getWordAtPosition(position)) return null;
      const workerOf = await monaco.typescript.getTypeScriptWorker();
      const worker = await workerOf(model.uri);
      const offset = model.getOffsetAt(position);
      // Disposed while the worker came, with its cell.
      if (model.isDisposed()) return null;
      const found = await worker.getDefinitionAtPosition(model.uri.toString(), offset);
      const [definition] = (found ?? []) as readonly Definition[];
      const words = definition ? describe(definition.fileName, definition.name) : null;
      return words && { contents: hoverMarkdown(words).map((value) => ({ value })) };
    },
  });
}
