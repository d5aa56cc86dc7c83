import type { ImportedNotebook } from '@/lib/export';

/** Keeps a file as a notebook of the reader's own, and goes there. Rejects where the browser keeps nothing. */
export async function openAsNotebook(imported: ImportedNotebook, fileName: string): Promise<void> {
  const [{ fromImport }, { browserShelf }, { notebookAddress }] = await Promise.all([
    import('@/lib/notebooks/from-import'),
    import('@/lib/notebooks/shelf'),
    import('@/lib/notebooks/address'),
  ]);
  const notebook = fromImport(imported, fileName, Date.now());
  await browserShelf().write(notebook, 0);
  location.assign(notebookAddress(notebook.id));
}
