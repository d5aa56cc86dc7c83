import { CHECK_OPTIONS } from '@/lib/editor-types/check-options';
import type { Monaco } from './loaded-monaco';

/** Tells Monaco's TypeScript what cells are checked against and which of its services suit a cell. */
export function setUpChecks(monaco: Monaco, types: Record<string, string>): void {
  const { typescriptDefaults } = monaco.typescript;
  typescriptDefaults.setCompilerOptions(CHECK_OPTIONS);
  typescriptDefaults.setDiagnosticsOptions({ onlyVisible: true, noSuggestionDiagnostics: true });
  typescriptDefaults.setModeConfiguration({
    completionItems: true,
    hovers: true,
    signatureHelp: true,
    rename: true,
    diagnostics: true,
    documentRangeFormattingEdits: true,
    onTypeFormattingEdits: true,
  });
  typescriptDefaults.setEagerModelSync(true);
  typescriptDefaults.setExtraLibs(
    Object.entries(types).map(([filePath, content]) => ({ filePath, content })),
  );
}
