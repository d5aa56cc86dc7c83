// Installs and builds without serving.
import { command } from './setup/fail.mjs';
import { requireNode } from './setup/node-version.mjs';
import { requireOrigins } from './setup/origins.mjs';
import { prepare } from './setup/prepare.mjs';
import { endWithChildren } from './setup/run.mjs';

await command(async () => {
  requireNode();
  requireOrigins(process.env);
  endWithChildren();
  await prepare();
  console.log('Everything is built. `npm start` serves it.');
});
