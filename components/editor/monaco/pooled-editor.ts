import type { editor } from 'monaco-editor/editor';
import type { HoverWords } from '@/lib/lesson/hover-words';
import type { CellModels } from './cell-models';
import { editorOptions, metricsOf } from './editor-options';
import type { Monaco } from './loaded-monaco';

/** One cell's stay in the editor. */
export type Session = {
  cellId: string;
  label: string;
  /** Where the editor is put; its font, line height and padding are taken over. */
  place: HTMLElement;
  run(): void;
  /** The reader pressed Escape. */
  leave(): void;
  /** Another cell took the editor. */
  release(): void;
  /** Whether the Tab key moves the focus (true) or indents. */
  tabMoves(moves: boolean): void;
  /** What the lesson knows of a name that the cell of that file declares. */
  describe(file: string, name: string): HoverWords | null;
};

/** Escape has these to close first. */
const NOTHING_OPEN =
  '!suggestWidgetVisible && !findWidgetVisible && !renameInputVisible && !parameterHintsVisible && !editorHasMultipleSelections && !inSnippetMode';

/** The page's one Monaco editor, which moves to the cell that is edited. */
export class PooledEditor {
  private readonly host = document.createElement('div');
  private readonly editor: editor.IStandaloneCodeEditor;
  private readonly views = new Map<string, editor.ICodeEditorViewState>();
  private readonly resizes = new ResizeObserver(() => this.layout());
  private session: Session | null = null;

  constructor(
    private readonly monaco: Monaco,
    private readonly models: CellModels,
  ) {
    Object.assign(this.host.style, { position: 'absolute', inset: '0' });
    this.editor = monaco.editor.create(this.host, editorOptions());
    this.editor.onDidContentSizeChange(() => this.layout());
    monaco.TabFocus.onDidChangeTabFocus(() => this.reportTab());
    const { KeyCode, KeyMod } = monaco;
    this.editor.addCommand(KeyMod.Shift | KeyCode.Enter, () => this.session?.run());
    this.editor.addCommand(KeyCode.Escape, () => this.session?.leave(), NOTHING_OPEN);
  }

  /**
   * Puts the editor into a cell and focuses it, with the caret at `offset` or where it last was, then types `text`.
   * Returns false when the cell is not on the page.
   */
  open(session: Session, offset: number | null, text: string): boolean {
    const model = this.models.get(session.cellId);
    if (!model) return false;
    const previous = this.session;
    if (previous) this.detach(previous);
    this.session = session;
    session.place.append(this.host);
    this.editor.updateOptions({ ...metricsOf(session.place), ariaLabel: session.label });
    this.editor.setModel(model);
    this.restore(session.cellId, model, offset);
    this.resizes.observe(session.place);
    this.layout();
    this.editor.render(true);
    this.takeFocus(offset === null);
    if (text !== '') this.editor.trigger('keyboard', 'type', { text });
    this.reportTab();
    previous?.release();
    return true;
  }

  /** The browser scrolls to where Monaco listens for keys, which is not where a reader has clicked: that is in sight. */
  private takeFocus(mayScroll: boolean): void {
    const { scrollX, scrollY } = window;
    this.editor.focus();
    if (!mayScroll) window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
  }

  /** Calls the editor by another name, if it is in that cell. */
  relabel(cellId: string, label: string): void {
    if (this.session?.cellId === cellId) this.editor.updateOptions({ ariaLabel: label });
  }

  /** Puts the caret at a place of the code that it holds, both numbers 1-based, and takes the focus. */
  goTo(lineNumber: number, column: number): void {
    this.editor.setPosition({ lineNumber, column });
    this.editor.revealPosition({ lineNumber, column });
    this.editor.focus();
  }

  /** What the lesson around the editor knows of a name that the cell of that file declares. */
  describe(file: string, name: string): HoverWords | null {
    return this.session?.describe(file, name) ?? null;
  }

  /** Takes the editor out of a cell, if it is there. */
  close(cellId: string): void {
    if (this.session?.cellId !== cellId) return;
    this.detach(this.session);
    this.session = null;
  }

  private detach(session: Session): void {
    const view = this.editor.saveViewState();
    if (view) this.views.set(session.cellId, view);
    this.resizes.disconnect();
    this.editor.setModel(null);
    this.host.remove();
  }

  private restore(cellId: string, model: editor.ITextModel, offset: number | null): void {
    const view = this.views.get(cellId);
    if (view) this.editor.restoreViewState(view);
    if (offset === null) return;
    const position = model.getPositionAt(offset);
    this.editor.setPosition(position);
    this.editor.revealPosition(position);
  }

  /** As wide as its place and as high as its text; the place grows with the text by itself. */
  private layout(): void {
    if (!this.session) return;
    const width = this.session.place.clientWidth;
    this.editor.layout({ width, height: this.editor.getContentHeight() });
  }

  private reportTab(): void {
    this.session?.tabMoves(this.monaco.TabFocus.getTabFocusMode());
  }
}
