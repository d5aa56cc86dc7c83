// Whether every lesson's recording is of the code and the library as they are, and small; part of `npm test`.
import { command } from './setup/fail.mjs';

await command(async () => {
  const { checkRecording } = await import('./record/check-recording.mjs');
  const { lessonFolders } = await import('./record/lesson-folders.mjs');
  const { loadTools } = await import('./record/load-tools.mjs');
  const tools = await loadTools();
  const problems = [];
  for (const lesson of lessonFolders()) problems.push(...(await checkRecording(tools, lesson)));
  for (const problem of problems) console.error(problem);
  if (problems.length === 0)
    console.log('Every recording is of the code and the library as they are.');
  return problems.length === 0 ? 0 : 1;
});
