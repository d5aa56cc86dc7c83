// Sets up and runs every check; one that fails does not hide those after it. The last line counts them.
import { command } from './setup/fail.mjs';
import { requireNode } from './setup/node-version.mjs';
import { prepare } from './setup/prepare.mjs';
import { sum } from './setup/results.mjs';
import { endWithChildren, isEnding } from './setup/run.mjs';
import { STAGES } from './setup/stages.mjs';

await command(async () => {
  requireNode();
  endWithChildren();
  await prepare([]);
  const counts = {};
  for (const [name, stage] of Object.entries(STAGES)) {
    console.log(`\n== ${name}`);
    const began = Date.now();
    const count = await stage();
    counts[name] = { ...count, seconds: Math.round((Date.now() - began) / 1_000) };
    if (isEnding()) return 1;
  }
  console.log('');
  for (const [name, { passed, failed, seconds }] of Object.entries(counts)) {
    const how = failed === 0 ? 'ok    ' : 'failed';
    console.log(`${name.padEnd(8)} ${how} ${passed} of ${passed + failed} in ${seconds} s`);
  }
  const { passed, failed } = sum(Object.values(counts));
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
