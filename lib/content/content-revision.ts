/**
 * Puts `.layerwise/content-revision.json` into the module graph of the development server.
 * Documents are read by `fs`, which the bundler does not see; `scripts/dev.mjs` rewrites that file
 * after each change below `content/`, and open pages render again. A build never looks at it.
 */
export async function watchContent(): Promise<void> {
  if (process.env.NODE_ENV !== 'development') return;
  try {
    await import('../../.layerwise/content-revision.json');
  } catch {
    // The server was started without `npm run dev`; pages then show a change when they are reloaded.
  }
}
