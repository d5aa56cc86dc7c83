// The development server, with reload for sources, for content and for the sandbox.
import { command } from './setup/fail.mjs';
import { requireNode } from './setup/node-version.mjs';
import { requireOrigins } from './setup/origins.mjs';
import { readPort, requireFreePort } from './setup/port.mjs';
import { PARTS } from './setup/parts.mjs';
import { prepare } from './setup/prepare.mjs';
import { raiseRevision } from './setup/revision.mjs';
import { bin, endWithChildren, isEnding, start } from './setup/run.mjs';
import { watchPaths } from './setup/watch.mjs';

await command(async () => {
  requireNode();
  requireOrigins(process.env);
  endWithChildren();
  const port = readPort(process.env.PORT, 3000);
  await requireFreePort(port, `PORT=${port + 1} npm run dev`);
  await prepare(['sandbox', 'editor', 'recorded']);
  watchSources();
  const server = start(process.execPath, [bin('next/dist/bin/next'), 'dev', '-p', String(port)]);
  const code = await server.ended;
  process.exit(isEnding() ? 0 : code);
});

function watchSources() {
  watchPaths(PARTS.recorded.inputs, () => rebuild('recorded', () => raiseRevision('content')));
  watchPaths(PARTS.sandbox.inputs, () => rebuild('sandbox', () => raiseRevision('sandbox')));
  watchPaths(PARTS.editor.inputs, () => rebuild('editor', () => {}));
}

/** A source that does not build is reported, and the next change tries again. */
async function rebuild(part, done) {
  try {
    await prepare([part]);
    done();
  } catch (error) {
    console.error(`${error.message}\nThe ${part} stays as it was.`);
  }
}
