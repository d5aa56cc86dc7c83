import { describe, expect, it } from 'vitest';
import type { Output } from '@/lib/protocol';
import { compile } from '../compile';
import { moduleUrl, runModule } from '../compile/testing/run-module';
import { lateErrorOutput } from './late-error';
import { createModuleLog } from './module-log';

const modules = createModuleLog();

/** Runs a cell to its end, and gives the text of the line that its late error becomes. */
async function lateLine(cell: string, source: string, inputs: Record<string, unknown> = {}) {
  const { module, locate } = compile(source, ['late', ...Object.keys(inputs)]);
  const url = moduleUrl(module);
  modules.add({ url, cell, run: 1, locate });
  return new Promise<string>((resolve) => {
    // What `late` is given is called once the cell has ended, as by a timer.
    const late = (callback: () => unknown) => calls.push(callback);
    const calls: (() => unknown)[] = [];
    void runModule(url, { late, ...inputs }).then(async () => {
      try {
        await calls[0]?.();
      } catch (error) {
        resolve(textOf(lateErrorOutput(error, modules)));
      }
    });
  });
}

function textOf(output: Output): string {
  if (output.kind !== 'console' || output.level !== 'error') throw new Error('not an error line');
  return output.parts
    .map((part) =>
      part.type === 'error'
        ? `${part.name}: ${part.message}`
        : part.type === 'primitive'
          ? part.text
          : '',
    )
    .join(' ');
}

describe('an error after its run', () => {
  it('names the cell, line and column in the reader’s own TypeScript', async () => {
    const source = "const n: number = 1;\nlate(() => {\n  throw new RangeError('late ' + n);\n});";
    expect(await lateLine('load', source)).toBe(
      'RangeError: late 1 (in cell load, line 3, column 9)',
    );
  });

  it('has its hint', async () => {
    expect(await lateLine('load', 'late(async () => {\n  await null; missing; });')).toMatch(
      /^ReferenceError: missing is not defined \(in cell load, line 2, column 15\) No cell declares/,
    );
  });

  it('is told in the cell whose code threw, not in the one that called', async () => {
    let helper: unknown;
    const source = 'const help = () => {\n  throw new Error("deep"); };\ntake(help);late(help)';
    await lateLine('helper', source, { take: (value: unknown) => void (helper = value) });
    expect(await lateLine('caller', '\n\n\nlate(() => help())', { help: helper })).toMatch(
      /deep \(in cell helper, line 2, column 9\)/,
    );
  });

  it('without a known place is told all the same', () => {
    expect(textOf(lateErrorOutput(new Error('elsewhere'), createModuleLog()))).toBe(
      'Error: elsewhere',
    );
    expect(textOf(lateErrorOutput('plain', modules))).toMatch(/^Thrown: The cell threw "plain"/);
  });

  it('takes no address from its message', () => {
    const [url, cell] = ['blob:http://x/1', 'a'];
    const log = createModuleLog();
    log.add({ url, cell, run: 1, locate: (place) => place });
    const error = new Error(`see ${url}:3:5`);
    error.stack = `Error: see ${url}:3:5\n    at https://x.org/tf.js:1:2`;
    expect(textOf(lateErrorOutput(error, log))).not.toMatch(/in cell/);
  });
});

describe('a timer', () => {
  it('that throws for real leaves the place in its stack', async () => {
    const { module, locate } = compile('setTimeout(() => {\n  null!.x; });', []);
    const url = moduleUrl(module);
    modules.add({ url, cell: 'timed', run: 2, locate });
    const others = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    const thrown = new Promise((resolve) => process.once('uncaughtException', resolve));
    await runModule(url);
    const error = await thrown;
    others.forEach((listener) => process.on('uncaughtException', listener));
    expect(textOf(lateErrorOutput(error, modules))).toMatch(/in cell timed, line 2, column \d+\)/);
  });
});
