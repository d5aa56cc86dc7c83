import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { CHECK_OPTIONS, GLOBALS_FILE } from '@/lib/editor-types/check-options';
import { collectDeclarations } from './declarations.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const CELL = 'file:///cells/a.ts';

// TypeScript reads its libraries in the first test.
vi.setConfig({ testTimeout: 60_000 });

/** Shared, so that the libraries are parsed once. */
const registry = ts.createDocumentRegistry();
let files: Record<string, string>;

beforeAll(() => {
  files = collectDeclarations(root);
}, 60_000);

/** A checker of one cell that knows only what is in the declarations and TypeScript's own libraries. */
function check(code: string) {
  const text = `${code}\nexport {};`;
  const read = (name: string) => (name === CELL ? text : (files[name] ?? ts.sys.readFile(name)));
  const service = ts.createLanguageService(
    {
      getCompilationSettings: () => ({
        ...(CHECK_OPTIONS as ts.CompilerOptions),
        lib: ['lib.es2023.d.ts', 'lib.webworker.d.ts'],
      }),
      getScriptFileNames: () => [CELL, GLOBALS_FILE],
      getScriptVersion: (name) => (name === CELL ? text : 'library'),
      getScriptSnapshot: (name) => {
        const found = read(name);
        return found === undefined ? undefined : ts.ScriptSnapshot.fromString(found);
      },
      getCurrentDirectory: () => '',
      getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
      fileExists: (name) => read(name) !== undefined,
      readFile: read,
    },
    registry,
  );
  const problems = [
    ...service.getSyntacticDiagnostics(CELL),
    ...service.getSemanticDiagnostics(CELL),
  ].map((problem) => ts.flattenDiagnosticMessageText(problem.messageText, '\n'));
  const info = (at: string) => service.getQuickInfoAtPosition(CELL, code.indexOf(at));
  return {
    problems,
    shown: (at: string) => ts.displayPartsToString(info(at)?.displayParts),
    doc: (at: string) => ts.displayPartsToString(info(at)?.documentation),
  };
}

describe('the declarations for cells', () => {
  it('check a real cell without a problem', () => {
    const { problems } = check(`
      const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [8], units: 1 })] });
      model.compile({ optimizer: tf.train.adam(0.01), loss: 'binaryCrossentropy' });
      const xs: tf.Tensor2D = tf.zeros([4, 8]);
      const history = await model.fit(xs, tf.zeros([4, 1]), { epochs: 2, callbacks: watch(model) });
      display(history.history);
      show.matrix(xs);
      xs.add(1).relu().print();
      const table = await data.pima();
      random.shuffle([1, 2, table.length]);
      console.log(tf.memory().numTensors);
    `);
    expect(problems).toEqual([]);
  });

  it('know the types of TensorFlow.js, and find a wrong one', () => {
    const { problems, shown } = check(
      "const model = tf.sequential();\nmodel.add('dense');\ntf.layers.dens({});",
    );
    expect(shown('model')).toBe('const model: Sequential');
    expect(problems).toHaveLength(2);
  });

  it('know a control as the plain value that it is to its readers', () => {
    const { problems, shown } = check(`
      const rate = input.slider('Rate', { min: 0.001, max: 1, scale: 'log' });
      const activation = input.choice('Activation', ['relu', 'tanh'], { value: 'tanh' });
      const table = input.file('Table', { accept: 'csv' });
      const image = input.file('Image', { accept: 'image', side: 64 });
      const points = input.points('Points', { labels: ['a', 'b'] });
      tf.layers.dense({ units: 1, activation });
      tf.tensor2d(points.map(({ x, y }) => [x, y])).mul(rate);
      if (table) show.table(table.rows.slice(0, 5), { caption: table.name });
      if (image) tf.tensor(image.pixels, [image.height, image.width, 4]);
      tf.tensor(input.draw('Digit'), [1, 28, 28, 1]);
    `);
    expect(problems).toEqual([]);
    expect(shown('rate')).toBe('const rate: number');
    expect(shown('activation')).toBe('const activation: "relu" | "tanh"');
    const wrong = check("input.choice('Pick', ['a', 'b'], { value: 'c' });\ninput.slider(3);");
    expect(wrong.problems).toHaveLength(2);
    expect(check("input.slider('Rate');").doc('slider')).toMatch(/^A slider\. Declare it/);
  });

  it("say what the reader's library says of itself", () => {
    const { shown, doc } = check('display(1);');
    expect(shown('display')).not.toContain('any');
    expect(doc('display').length).toBeGreaterThan(10);
  });

  it.each([
    "import * as tf from '@tensorflow/tfjs';\ntf.tensor([1]).sum();",
    "import tf from '@tensorflow/tfjs';\ntf.tensor([1]).sum();",
    "import { sequential } from '@tensorflow/tfjs';\nsequential().summary();",
    "import * as core from '@tensorflow/tfjs-core';\ncore.tensor([1]).sum();",
  ])('allow %j', (code) => {
    expect(check(code).problems).toEqual([]);
  });

  it('hold nothing of the machine that built them', () => {
    expect(Object.keys(files).filter((name) => !name.startsWith('file:///'))).toEqual([]);
    expect(Object.values(files).filter((text) => text.includes(root))).toEqual([]);
  });
});

describe('a course library that is not whole', () => {
  it('is refused by name', () => {
    expect(() => collectDeclarations(fileURLToPath(new URL('.', import.meta.url)))).toThrow(
      'lib/course/index.ts, which is missing',
    );
  });
});
