// The browser tests that take longer than `npm test` may: whole lessons against their recordings, and long stories.
import { command } from './setup/fail.mjs';
import { requireNode } from './setup/node-version.mjs';
import { prepare } from './setup/prepare.mjs';
import { endWithChildren } from './setup/run.mjs';
import { longBrowser } from './setup/stages.mjs';

await command(async () => {
  requireNode();
  endWithChildren();
  await prepare();
  const { passed, failed } = await longBrowser();
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
