/** A step that could not be done: `message` says what failed, `remedy` what to do about it. */
export class SetupError extends Error {
  /**
   * @param {string} message
   * @param {string} remedy
   */
  constructor(message, remedy) {
    super(message);
    this.remedy = remedy;
  }
}

/**
 * Runs a command's main function; a `SetupError` ends the process with two lines instead of a stack.
 * @param {() => Promise<number | void>} main returns the exit code, 0 by default
 */
export async function command(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(`\n${error.message}\n${error.remedy}`);
    process.exitCode = 1;
  }
}
