import { SyntaxProblem } from '@/lib/notebook';
import type { CellError } from '@/lib/protocol';
import type { Locate } from '../compile';
import { readerError, syntaxError } from '../errors';
import type { CellRuntime, evaluate } from '../evaluate';
import type { Readers } from './names-for-tests';

/** How a piece of code ended: the names that it declared, as far as it came, and what it threw. */
export type RunCode = { readers: Readers; error: CellError | null; url: string; locate?: Locate };

export type CodeParts = {
  evaluate: typeof evaluate;
  runtime(): CellRuntime;
  /** Waits for what was started and not awaited, as a training; rejects when that failed. */
  settle(): Promise<void>;
  /** Told of the module when it starts. */
  started?(module: { url: string; locate: Locate }): void;
};

/** Runs code to its end. Never rejects. */
export async function runCode(
  code: string,
  inputs: Record<string, unknown>,
  parts: CodeParts,
): Promise<RunCode> {
  let readers: Readers = {};
  let module: { url: string; locate?: Locate } = { url: '' };
  const names = (given: Readers) => void (readers = given);
  try {
    const { values, url, locate } = parts.evaluate(code, inputs, { ...parts.runtime(), names });
    module = { url, locate };
    parts.started?.({ url, locate });
    await values;
    await parts.settle();
    return { readers, error: null, ...module };
  } catch (thrown) {
    const error =
      thrown instanceof SyntaxProblem
        ? syntaxError(thrown)
        : readerError(thrown, module.url, module.locate);
    return { readers, error, ...module };
  }
}
