import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as tf from '@/lib/course/tf';
import { startSession, type CellCode } from './testing/start-session';

beforeAll(async () => {
  await tf.setBackend('cpu');
  Object.assign(globalThis, { tf });
  // As the worker has it: the reader's lines lie below more of TensorFlow.js's.
  Error.stackTraceLimit = 50;
});

let before = 0;
beforeEach(() => void (before = tf.memory().numTensors));
const alive = () => tf.memory().numTensors - before;

const BUILD: CellCode = {
  id: 'build',
  code: `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });`,
};
const LOAD: CellCode = {
  id: 'load',
  code: 'const xs = tf.ones([4, 1]); const ys = tf.ones([4, 1]);',
};
const FIT = 'await model.fit(xs, ys, { epochs: 1, yieldEvery: "never" });';

/** The mutations that a cell with this code reports, after the others have run. */
async function mutationsBy(code: string, cells = [LOAD, BUILD]) {
  const session = startSession([...cells, { id: 'last', code }]);
  for (const { id } of cells) expect((await session.run(id)).mutations).toEqual([]);
  return session.run('last');
}

describe('what a run changes of other cells', () => {
  const trained = [{ cell: 'build', name: 'model', how: 'trains' }];

  it('is a model that it trains', async () => {
    const outcome = await mutationsBy(FIT);
    expect(outcome).toMatchObject({ status: 'done', mutations: trained });
  });

  it('is told of a run that fails or is stopped, too', async () => {
    expect(await mutationsBy(`${FIT} null.x;`)).toMatchObject({
      status: 'error',
      mutations: trained,
    });
    const cells = [LOAD, BUILD, { id: 'last', code: `${FIT} while (true) stopMe();` }];
    const session = startSession(cells);
    Object.assign(globalThis, { stopMe: session.stop });
    for (const id of ['load', 'build']) await session.run(id);
    expect(await session.run('last')).toMatchObject({ status: 'stopped', mutations: trained });
  });

  it.each([
    ['sets weights', 'model.setWeights(model.getWeights().map((w) => tf.onesLike(w)));'],
    ['compiles', 'model.compile({ optimizer: "sgd", loss: "meanSquaredError" });'],
    ['freezes a layer', 'model.layers[0].trainable = false;'],
    ['adds a layer', 'model.add(tf.layers.dense({ units: 1 }));'],
    [
      'trains by hand',
      'const sgd = tf.train.sgd(0.1); sgd.minimize(() => model.predict(xs).sum());',
    ],
    ['trains through a name of its own', `const mine = [model]; { const [model] = mine; ${FIT} }`],
  ])('is a model whose weights or make-up it %s', async (_, code) => {
    expect((await mutationsBy(code)).mutations).toEqual(trained);
  });

  it('is a variable, and an object that gets a tensor', async () => {
    const maker = {
      id: 'make',
      code: 'const w = tf.variable(tf.zeros([2])); const box = { inner: {} };',
    };
    const { mutations } = await mutationsBy(
      'w.assign(tf.ones([2])); box.inner.extra = tf.scalar(1);',
      [maker],
    );
    expect(mutations).toEqual([
      { cell: 'make', name: 'w', how: 'trains' },
      { cell: 'make', name: 'box', how: 'trains' },
    ]);
  });

  it('is an optimizer that got its first slots', async () => {
    const maker = { id: 'make', code: 'const adam = tf.train.adam(0.1);' };
    const { mutations } = await mutationsBy(
      'const w = tf.variable(tf.scalar(1)); adam.minimize(() => w.square());',
      [maker],
    );
    expect(mutations).toEqual([{ cell: 'make', name: 'adam', how: 'trains' }]);
  });

  it('is every name under which the model is known, also by way of a function', async () => {
    const nets = {
      id: 'nets',
      code: 'const nets = { first: model }; const train = async () => { await model.fit(xs, ys); };',
    };
    const { mutations } = await mutationsBy('await train();', [LOAD, BUILD, nets]);
    expect(mutations).toEqual([...trained, { cell: 'nets', name: 'nets', how: 'trains' }]);
  });

  it('is what it disposes', async () => {
    const { mutations } = await mutationsBy(`${FIT} model.dispose(); xs.dispose();`);
    expect(mutations).toEqual([
      { cell: 'load', name: 'xs', how: 'disposes' },
      { cell: 'build', name: 'model', how: 'disposes' },
    ]);
  });

  it('is nothing where it only reads, or trains what it made', async () => {
    const own = `${BUILD.code.replace('model', 'own').replace('model.', 'own.')} await own.fit(xs, ys);`;
    for (const code of ['model.predict(xs).dispose();', own, 'const kept = [xs, model];', '1']) {
      expect(await mutationsBy(code)).toMatchObject({ status: 'done', mutations: [] });
    }
  });

  it('is nothing where a cell runs again, and its former variables go', async () => {
    const session = startSession([LOAD, BUILD, { id: 'same', code: 'const same = [xs, model];' }]);
    for (const id of ['load', 'build', 'same', 'same', 'build', 'load']) {
      expect((await session.run(id)).mutations).toEqual([]);
    }
  });
});

describe('the memory of a cell that runs again', () => {
  it('is freed of what its variables held, optimizer and all', async () => {
    const train = { id: 'train', code: FIT };
    const session = startSession([LOAD, BUILD, train]);
    const counts = [];
    for (let round = 0; round < 4; round++) {
      for (const { id } of [LOAD, BUILD, train]) await session.run(id);
      counts.push(alive());
    }
    expect(new Set(counts)).toEqual(new Set([counts[0]]));
  });

  it('keeps what another cell still holds, until that runs again', async () => {
    const session = startSession([
      { id: 'make', code: 'const pair = [tf.ones([3]), tf.ones([5])];' },
      { id: 'hold', code: 'const held = pair[0];' },
      { id: 'read', code: 'held.isDisposed' },
    ]);
    await session.run('make');
    await session.run('hold');
    await session.run('make');
    expect(alive()).toBe(3);
    await session.run('read');
    expect(session.displayed).toEqual([false]);
    await session.run('hold');
    expect(alive()).toBe(2);
  });

  it('keeps what a function gives that makes it once', async () => {
    const session = startSession([
      {
        id: 'once',
        code: 'const once = (() => { let made; return () => (made ??= tf.ones([2])); })();',
      },
      { id: 'use', code: 'const used = once(); used.sum().arraySync()' },
    ]);
    await session.run('once');
    for (let round = 0; round < 3; round++) {
      expect((await session.run('use')).status).toBe('done');
    }
    expect(session.displayed).toEqual([2, 2, 2]);
  });

  it('does not grow by what a run leaves behind, though it was told', async () => {
    const code = 'const f = () => tf.ones([2]);\nfor (let i = 0; i < 300; i++) f();\nnull.x;';
    const session = startSession([{ id: 'leaks', code }]);
    for (let round = 0; round < 3; round++) {
      const { memory } = await session.run('leaks');
      expect(memory.leaked).toEqual([{ shape: [2], dtype: 'float32', count: 300, line: 1 }]);
    }
    expect(alive()).toBe(300);
  });

  it('leaves alone what another cell’s function may keep for later', async () => {
    const session = startSession([
      {
        id: 'step',
        code: 'const step = (() => { let v = tf.ones([]); return () => { const next = v.add(1); v.dispose(); v = next; return v.arraySync(); }; })();',
      },
      { id: 'use', code: 'step()' },
    ]);
    await session.run('step');
    for (let round = 0; round < 3; round++) await session.run('use');
    expect(session.displayed).toEqual([2, 3, 4]);
  });

  it('does not grow by what a function of another cell makes and can not keep', async () => {
    const session = startSession([
      LOAD,
      {
        id: 'build',
        code: 'const build = () => { const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] }); model.compile({ optimizer: tf.train.adam(0.1), loss: "meanSquaredError" }); return model; };',
      },
      {
        id: 'use',
        code: '{ const model = build(); await model.fit(xs, ys, { epochs: 1 }); } null.x;',
      },
    ]);
    for (const id of ['load', 'build', 'use']) await session.run(id);
    const count = alive();
    for (let round = 0; round < 3; round++) await session.run('use');
    expect(alive()).toBe(count);
  });

  it('is freed when the cell goes', async () => {
    const session = startSession([LOAD, { id: 'hold', code: 'const held = xs;' }]);
    await session.run('load');
    await session.run('hold');
    session.session.receive({ type: 'forget', cell: 'load' });
    expect((await session.variables()).map(({ name }) => name)).toEqual(['held']);
    expect(alive()).toBe(1);
    session.session.receive({ type: 'forget', cell: 'hold' });
    await session.variables();
    expect(alive()).toBe(0);
  });

  it('survives a cell that fails in between', async () => {
    const cells = [{ id: 'make', code: 'const x = tf.ones([2]);' }];
    const session = startSession(cells);
    await session.run('make');
    cells[0]!.code = 'const x = tf.ones([2]); throw new Error("no");';
    await session.run('make');
    await session.run('make');
    cells[0]!.code = 'const x = tf.ones([2]);';
    await session.run('make');
    expect(alive()).toBe(1);
  });
});

describe('leaks', () => {
  it('are told with their line in the reader’s own text, also under awaits and in tidy', async () => {
    const code = `type Row = { a: number };
const keep: Row[] = [];
tf.zeros([2]);
await Promise.resolve();
function make(): tf.Tensor { return tf.zeros([3]); }
make();
tf.tidy(() => {
  tf.zeros([9]);
  return tf.zeros([4]).add(1);
});
for (let i = 0; i < 3; i++) tf.keep(tf.tidy(() => tf.zeros([5])));`;
    const { memory } = await startSession([{ id: 'cell', code }]).run('cell');
    const lines = Object.fromEntries(memory.leaked.map(({ shape, line }) => [shape[0], line]));
    expect(lines).toEqual({ 2: 3, 3: 5, 4: 7, 5: 11 });
  });

  it('of a function of another cell are told where that is called', async () => {
    const session = startSession([
      { id: 'make', code: '\n\n\nconst make = () => tf.zeros([3]);' },
      { id: 'use', code: '\nmake();' },
    ]);
    await session.run('make');
    expect((await session.run('use')).memory.leaked).toEqual([
      { shape: [3], dtype: 'float32', count: 1, line: 2 },
    ]);
  });
});

describe('names of layers', () => {
  const NAMES = 'model.layers.map((layer) => layer.name).join()';

  it('are the same in every run, whatever ran before', async () => {
    const session = startSession([
      BUILD,
      { id: 'other', code: 'tf.layers.dense({ units: 1 }).name' },
      { id: 'names', code: NAMES },
    ]);
    for (const id of ['build', 'other', 'other', 'build', 'names', 'other']) await session.run(id);
    expect(session.displayed).toEqual([
      'dense_Dense1',
      'dense_Dense1',
      'dense_Dense1',
      'dense_Dense1',
    ]);
  });

  it('do not meet in a model that two cells build', async () => {
    const add = 'model.add(tf.layers.dense({ units: 1 }));';
    const session = startSession([
      BUILD,
      { id: 'add', code: add },
      { id: 'more', code: `${add} ${NAMES}` },
    ]);
    for (const id of ['build', 'add', 'more']) {
      expect((await session.run(id)).status).toBe('done');
    }
    expect(session.displayed).toEqual(['dense_Dense1,dense_Dense2,dense_Dense3']);
  });
});
