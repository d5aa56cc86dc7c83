import { openCells } from '../open-cells';
import { CellModels } from './cell-models';
import { installGrammar } from './grammar';
import type { LoadedMonaco, Monaco } from './loaded-monaco';
import { PooledEditor } from './pooled-editor';
import { showValues } from './show-values';
import { setUpChecks } from './set-up-checks';
import { followTheme } from './theme';

/** Makes of the bare Monaco the page's editor. `types`: declarations for cells, by `file:///` address. */
export function setUp(monaco: Monaco, types: Record<string, string>): LoadedMonaco {
  setUpChecks(monaco, types);
  installGrammar(monaco);
  followTheme(monaco);
  const models = new CellModels(monaco, openCells);
  const editor = new PooledEditor(monaco, models);
  showValues(monaco, (file, name) => editor.describe(file, name));
  return { monaco, models, editor };
}
