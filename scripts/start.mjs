// Installs, builds and serves the course; does again only what is missing or out of date.
import { command } from './setup/fail.mjs';
import { requireNode } from './setup/node-version.mjs';
import { requireOrigins } from './setup/origins.mjs';
import { readPort, requireFreePort } from './setup/port.mjs';
import { prepare } from './setup/prepare.mjs';
import { endWithChildren } from './setup/run.mjs';
import { serve } from './setup/serve.mjs';

await command(async () => {
  requireNode();
  requireOrigins(process.env);
  endWithChildren();
  const port = readPort(process.env.PORT, 3000);
  await requireFreePort(port, `PORT=${port + 1} npm start`);
  await prepare();
  return serve(port);
});
