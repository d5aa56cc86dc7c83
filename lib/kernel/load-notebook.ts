import type { Notebook } from './effects';

/**
 * Fetches `lib/notebook`, with these texts read already, one after another: its parsers are cold, and a lesson's cells
 * all at once would hold the page up.
 */
export async function loadNotebook(codes: readonly string[]): Promise<Notebook> {
  const notebook: Notebook = await import('@/lib/notebook');
  const read = new Map<string, ReturnType<Notebook['analyze']>>();
  for (const code of codes) {
    await breathe();
    read.set(code, notebook.analyze(code));
  }
  return { ...notebook, analyze: (code) => read.get(code) ?? notebook.analyze(code) };
}

/** Lets the page answer. A timer would take a second in a page that is not seen. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
