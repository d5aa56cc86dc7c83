/** A cell whose code is on the page. `change` tells its owner what was typed. */
type OpenCell = { code: string; change: (code: string) => void; reported: string[] };

/** More than a reader can type between two renders. */
const MOST_REPORTED = 50;

/**
 * The code of every cell on the page, so that one cell's editor knows the names of the others.
 * Each `CellEditor` opens its own cell; nobody else needs to.
 */
export class OpenCells {
  private readonly cells = new Map<string, OpenCell>();
  private readonly listeners = new Set<(id: string) => void>();

  open(id: string, code: string, change: (code: string) => void): () => void {
    const cell: OpenCell = { code, change, reported: [] };
    this.cells.set(id, cell);
    this.notify(id);
    return () => {
      if (this.cells.get(id) !== cell) return;
      this.cells.delete(id);
      this.notify(id);
    };
  }

  ids(): string[] {
    return [...this.cells.keys()];
  }

  code(id: string): string | undefined {
    return this.cells.get(id)?.code;
  }

  /** What an editor made of the code. */
  typed(id: string, code: string): void {
    const cell = this.cells.get(id);
    if (!cell || cell.code === code) return;
    cell.code = code;
    cell.reported = [...cell.reported.slice(1 - MOST_REPORTED), code];
    cell.change(code);
  }

  /** What the page has now. An echo of something typed, which may arrive after more was typed, changes nothing. */
  received(id: string, code: string): void {
    const cell = this.cells.get(id);
    if (!cell) return;
    const echo = cell.reported.lastIndexOf(code);
    if (echo >= 0) {
      cell.reported = cell.reported.slice(echo + 1);
      return;
    }
    cell.reported = [];
    if (cell.code === code) return;
    cell.code = code;
    this.notify(id);
  }

  /** Calls back when a cell is opened, closed, or changed from outside. */
  subscribe(listener: (id: string) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  private notify(id: string): void {
    this.listeners.forEach((listener) => listener(id));
  }
}

export const openCells = new OpenCells();
