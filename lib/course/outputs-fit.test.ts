import '@tensorflow/tfjs-backend-cpu';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkerToPage, LIMITS } from '@/lib/protocol';
import { consoleFor } from './console';
import { createDisplay } from './display';
import { createShow } from './show';
import { fakeHost } from './testing/fake-host';
import * as tf from './tf';

/* Whatever a reader's code shows is either refused with an error or taken by the page's guards. */

const long = fc
  .constantFrom(200, 201, 1_000, 1_001, 10_000, 10_001, LIMITS.characters + 1)
  .map((length) => 'x'.repeat(length));
const words = fc.oneof({ weight: 3, arbitrary: fc.string() }, { weight: 1, arbitrary: long });
const count = fc.constantFrom(0, 1, 99, 100, 101, 201, 10_001);

const classNamed = (name: string) =>
  Object.defineProperty(
    class {
      member = 1;
    },
    'name',
    { value: name },
  );

/** Classes whose names, sizes and members are not what they should be. */
const odd = fc.oneof(
  words.map(classNamed),
  words.map((name) => new (classNamed(name))()),
  fc.tuple(words, words).map(([name, message]) => Object.assign(new Error(message), { name })),
  fc.anything().map((size) => Object.defineProperty(new Set([1]), 'size', { value: size })),
  fc.anything().map((name) => Object.defineProperty(() => 1, 'name', { get: () => name })),
  fc.constant(
    new Proxy(() => 1, {
      get() {
        throw new Error('trap');
      },
    }),
  ),
  fc.constant(new Proxy([], { get: (_, key) => (key === 'length' ? NaN : undefined) })),
  count.map((length) => Array.from({ length }, (_, at) => at)),
  fc.constant(Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => ({ a: [''] })))),
);

const tensor = fc.oneof(
  count.map((size) => () => tf.zeros([size])),
  fc.constantFrom(0, 1, 6, 40).map((rank) => () => tf.zeros(new Array<number>(rank).fill(1))),
  fc.array(words).map((texts) => () => tf.tensor1d(texts, 'string')),
  fc.constant(() => tf.complex([1], [NaN])),
  fc.constant(() => tf.zeros([10_001, 2])),
);

const plain = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withObjectString: true,
  withTypedArray: true,
  withSparseArray: true,
  key: words,
  values: [words, fc.double(), fc.boolean(), fc.constant(null), fc.constant(Symbol('s'))],
});

const value = fc.oneof(plain, odd, fc.array(odd, { maxLength: 3 }), fc.dictionary(words, odd));
const values = fc.oneof(
  fc.array(value, { maxLength: 4 }),
  fc.tuple(value, count).map(([one, times]) => new Array(times).fill(one)),
);
const options = fc.record(
  {
    title: words,
    caption: words,
    stepName: words,
    rows: fc.oneof(fc.array(words), fc.sparseArray(words, { maxNumElements: 2 })),
    scale: fc.string(),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<object>;

type Tools = ReturnType<typeof tools>;
type Use = (tools: Tools) => void;

function tools(host: ReturnType<typeof fakeHost>) {
  return { console: consoleFor(host), display: createDisplay(host), show: createShow(host) };
}

/** A tensor lives only while it is shown. */
const shown = fc.oneof(
  value.map((one) => (use: (value: unknown) => void) => use(one)),
  tensor.map((make) => (use: (value: unknown) => void) => tf.tidy(() => use(make()))),
);

/** The console never throws. */
const printing: fc.Arbitrary<Use> = fc.oneof(
  fc.tuple(fc.constantFrom('log', 'error', 'dir', 'group', 'assert' as const), values).map(
    ([method, list]): Use =>
      ({ console }) =>
        console[method](...list),
  ),
  shown.map(
    (use): Use =>
      ({ console }) =>
        use((one) => console.log('%s %o', one, one)),
  ),
  value.map(
    (one): Use =>
      ({ console }) =>
        console.table(one),
  ),
);

const numbers = fc.array(fc.double(), { maxLength: 3 });
const showing: fc.Arbitrary<Use> = fc.oneof(
  fc.tuple(shown, fc.option(words, { nil: undefined })).map(
    ([use, label]): Use =>
      ({ display }) =>
        use((one) => display(one, label)),
  ),
  fc.tuple(value, options).map(
    ([rows, given]): Use =>
      ({ show }) =>
        show.table(rows as never, given),
  ),
  words.map(
    (text): Use =>
      ({ show }) =>
        show.text(text),
  ),
  fc
    .tuple(
      fc.oneof(
        shown,
        numbers.map((row) => (use: (v: unknown) => void) => use(row)),
      ),
      options,
    )
    .map(
      ([use, given]): Use =>
        ({ show }) =>
          use((one) => show.matrix(one as never, given)),
    ),
  fc.tuple(fc.array(words), fc.constantFrom(2, 200, 201, 1_001), options).map(
    ([names, classes, given]): Use =>
      ({ show }) =>
        show.confusion([0, 1], [1, 0], {
          ...given,
          labels: Array.from({ length: classes }, (_, at) => names[at] ?? String(at)),
        }),
  ),
  fc.tuple(fc.dictionary(words, numbers), options).map(
    ([lists, given]): Use =>
      ({ show }) =>
        show.curve(lists, given),
  ),
  fc.tuple(fc.constantFrom(99, 100, 101), options).map(
    ([series, given]): Use =>
      ({ show }) =>
        show.curve(Object.fromEntries(Array.from({ length: series }, (_, at) => [at, [1]])), given),
  ),
);

async function fits(host: ReturnType<typeof fakeHost>): Promise<void> {
  const outputs = await host.outputs();
  const messages = [
    { type: 'outputs', run: 1, outputs },
    { type: 'frames', run: 1, frames: host.sent },
  ];
  for (const message of messages) expect(isWorkerToPage(structuredClone(message))).toBe(true);
}

describe('what a cell shows', () => {
  it('passes the guards, whatever is printed', async () => {
    await fc.assert(
      fc.asyncProperty(printing, async (use) => {
        const host = fakeHost();
        use(tools(host));
        await fits(host);
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  it('passes the guards, or is refused in a sentence and leaves nothing', async () => {
    await fc.assert(
      fc.asyncProperty(showing, async (use) => {
        const host = fakeHost();
        try {
          use(tools(host));
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
          expect(host.sent).toEqual([]);
        }
        await fits(host);
      }),
      { numRuns: 600 },
    );
  }, 60_000);
});

describe('what is too much', () => {
  const over = (most: number) => 'x'.repeat(most + 1);
  const cases: [string, Use, string][] = [
    [
      'rows',
      ({ show }) => show.matrix(Array.from({ length: 10_001 }, () => [1])),
      'show.matrix: 10001 rows are too many to show; 10000 are the most. Take a part',
    ],
    [
      'curves',
      ({ show }) =>
        show.curve(Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`s${at}`, [1]]))),
      'show.curve: 101 curves are too many to show; 100 are the most. Draw them',
    ],
    [
      'classes',
      ({ show }) => show.confusion([0], [0], { labels: new Array<string>(201).fill('c') }),
      'show.confusion: 201 classes are too many to show; 200 are the most.',
    ],
    [
      'a curve’s name',
      ({ show }) => show.curve({ [over(LIMITS.key)]: [1] }),
      'show.curve: the name of a curve has 201 characters, but 200 are the most',
    ],
    [
      'a label',
      ({ show }) => show.matrix([[1]], { rows: [over(LIMITS.name)] }),
      'show.matrix: the name of a row has 1001 characters, but 1000 are the most',
    ],
    [
      'a column’s name',
      ({ show }) => show.table([{ [over(LIMITS.name)]: 1 }]),
      'show.table: the name of a column has 1001 characters, but 1000 are the most',
    ],
    [
      'a caption',
      ({ show }) => show.table([{ a: 1 }], { caption: over(LIMITS.caption) }),
      'show.table: the caption has 10001 characters, but 10000 are the most',
    ],
    [
      'a title',
      ({ show }) => show.curve({ a: [1] }, { title: over(LIMITS.name) }),
      'The title of a figure has 1001 characters, but 1000 are the most',
    ],
    [
      'text',
      ({ show }) => show.text(over(LIMITS.characters)),
      'show.text: the text has 400001 characters, but 400000 are the most',
    ],
  ];
  it.each(cases)('is refused in a sentence: %s', async (_what, use, sentence) => {
    const host = fakeHost();
    expect(() => use(tools(host))).toThrow(RangeError);
    expect(() => use(tools(host))).toThrow(sentence);
    expect(await host.outputs()).toEqual([]);
  });

  it('is cut in the console', async () => {
    const host = fakeHost();
    const { console } = tools(host);
    console.log(...Array.from({ length: 1_000 }, (_, at) => at));
    console.table([{ [over(LIMITS.name)]: 1 }]);
    const [line, table] = await host.outputs();
    expect(line).toMatchObject({ kind: 'console' });
    if (line?.kind !== 'console' || table?.kind !== 'table') throw new Error('other outputs');
    expect(line.parts).toHaveLength(100);
    expect(line.parts.at(-1)).toMatchObject({ text: '… (901 more values)' });
    expect(table.columns).toEqual([`${'x'.repeat(LIMITS.name - 1)}…`]);
  });
});
