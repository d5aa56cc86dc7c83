export type TestFunction = () => unknown;

export type RegisteredTest = { sentence: string; fn: TestFunction };
export type RegisteredMistake = { sentence: string; predicate: TestFunction };

/** What the tests' module registers while it is evaluated. */
export type Registry = {
  test(sentence: unknown, fn: unknown, options?: unknown): void;
  mistake(sentence: unknown, predicate: unknown): void;
  /** From here on nothing can be registered. */
  close(): { tests: readonly RegisteredTest[]; mistakes: readonly RegisteredMistake[] };
};

export function createRegistry(): Registry {
  const tests: RegisteredTest[] = [];
  const mistakes: RegisteredMistake[] = [];
  let isOpen = true;

  function check(what: string, sentence: unknown, fn: unknown): asserts fn is TestFunction {
    if (!isOpen) throw new Error(`\`${what}\` must stand at the top level of the tests.`);
    if (typeof sentence !== 'string' || sentence === '') {
      throw new TypeError(`\`${what}\` needs a sentence first.`);
    }
    if (typeof fn !== 'function')
      throw new TypeError(`\`${what}\` needs a function after “${sentence}”.`);
  }

  return {
    test(sentence, fn) {
      check('test', sentence, fn);
      tests.push({ sentence: String(sentence), fn });
    },
    mistake(sentence, predicate) {
      check('mistake', sentence, predicate);
      mistakes.push({ sentence: String(sentence), predicate });
    },
    close() {
      isOpen = false;
      return { tests, mistakes };
    },
  };
}
