import { Failure, type Calls } from '@/lib/exercises/runtime';

/** Ways to read the names that a piece of code declares; one throws while its declaration has not been reached. */
export type Readers = Readonly<Record<string, () => unknown>>;

export type Declared = {
  setup: Readers;
  answer: Readers;
  /** The line at which the answer stopped with an error; null where it did not, undefined where it can't be told. */
  stoppedAt: number | null | undefined;
};

/**
 * What the tests read of the set-up's and the answer's names, as getters: the present value each time, functions of the
 * answer with their calls seen. A name that is nowhere throws a sentence.
 *
 * @param reads the names that the tests read and do not declare
 * @param taken names that an answer can't give: those of JavaScript, of the browser and of the course, which the tests
 *   mean as they are
 */
export function namesForTests(
  reads: readonly string[],
  declared: Declared,
  taken: (name: string) => boolean,
  calls: Calls,
): Record<string, unknown> {
  const names = {};
  for (const name of reads) {
    const get = getterOf(name, declared, taken, calls, names);
    if (get !== null) Object.defineProperty(names, name, { get, enumerable: true });
  }
  return names;
}

function getterOf(
  name: string,
  { setup, answer, stoppedAt }: Declared,
  taken: (name: string) => boolean,
  calls: Calls,
  self: object,
): (() => unknown) | null {
  // The set-up's own comes first, so that an answer can't put another in its place.
  if (Object.hasOwn(setup, name)) return setup[name]!;
  if (taken(name)) return null;
  if (!Object.hasOwn(answer, name)) {
    return () => {
      throw new Failure(`Your code declares no \`${name}\`.`);
    };
  }
  return () => calls.wrap(name, read(name, answer[name]!, stoppedAt), self);
}

function read(name: string, reader: () => unknown, stoppedAt: Declared['stoppedAt']): unknown {
  try {
    return reader();
  } catch {
    const where = typeof stoppedAt === 'number' ? ` on line ${stoppedAt}` : '';
    throw new Failure(
      `\`${name}\` has no value: your code stopped with an error${where} before it came to it.`,
    );
  }
}
