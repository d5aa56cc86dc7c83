/** Tasks of a thread are told by these. */
const CATEGORIES = ['toplevel', 'disabled-by-default-devtools.timeline', 'devtools.timeline'];

/**
 * The longest task of the page's main thread while `work` goes on: in milliseconds of the clock, and of the thread's own
 * time, which other programs on the machine do not add to.
 * @param {import('@playwright/test').Browser} browser
 * @param {import('@playwright/test').Page} page
 * @param {() => Promise<unknown>} work
 * @returns {Promise<{ wall: number, own: number }>}
 */
export async function traceTasks(browser, page, work) {
  await browser.startTracing(page, { categories: CATEGORIES });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8'));
  const main = mainThreadOf(traceEvents, page.url());
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && `${pid} ${tid}` === main,
  );
  if (tasks.length === 0) throw new Error('The trace has no task of the page.');
  return {
    wall: Math.max(...tasks.map(({ dur }) => dur)) / 1000,
    own: Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000,
  };
}

/** The sandbox's frame has a process, and a main thread, of its own. */
function mainThreadOf(events, address) {
  const frames = events
    .filter(({ name }) => name === 'TracingStartedInBrowser')
    .flatMap(({ args }) => args.data.frames ?? []);
  const isPage = ({ url }) => url.split('#')[0] === address.split('#')[0];
  const process = frames.find(isPage)?.processId;
  const thread = events.find(
    ({ name, pid, args }) =>
      name === 'thread_name' && pid === process && args.name === 'CrRendererMain',
  );
  return `${thread?.pid} ${thread?.tid}`;
}
