import type { Effects, Notebook } from './effects';

/** Fetches the part that plans runs, once; where that fails, it can be tried again. */
export class NotebookLoader {
  private loading = false;

  constructor(
    private readonly effects: Pick<Effects, 'loadNotebook'>,
    private readonly cells: {
      codes(): readonly string[];
      onLoaded(notebook: Notebook): void;
      onFailed(): void;
    },
  ) {}

  async load(): Promise<void> {
    if (this.loading) return;
    this.loading = true;
    try {
      this.cells.onLoaded(await this.effects.loadNotebook(this.cells.codes()));
    } catch {
      this.cells.onFailed();
    } finally {
      this.loading = false;
    }
  }
}
