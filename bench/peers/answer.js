/**
 * Answers each question `{ how, work }` of the page with `{ value }` or `{ error }`.
 * @param {Record<string, Function>} ways by the name that a question says
 * @param {(time: Function, work: unknown) => Promise<unknown>} run
 */
export function answerWith(ways, run) {
  self.onmessage = async ({ data: { how, work } }) => {
    try {
      const time = ways[how];
      if (time === undefined) throw new Error(`This library is not measured by ${how}.`);
      postMessage({ value: await run(time, work) });
    } catch (error) {
      postMessage({ error: error instanceof Error ? error.message : String(error) });
    }
  };
}
