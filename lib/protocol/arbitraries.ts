import fc from 'fast-check';
import { control, controlValue } from './arbitrary-controls';
import type { Checked, Tested } from './checking';
import { DEVICES, STEP_OUTCOMES, type ModelTimes } from './device';
import type { Figure, FigureKind, Frame } from './figure';
import { ARBITRARY_FRAMES } from './frames/arbitrary-frames';
import type { FrameToPage, Outcome, PageToFrame, PageToWorker, WorkerToPage } from './messages';
import type { CellError, MemoryReport, Output } from './output';
import type { ValueTree } from './value';
import type { Mutation, VariableReport } from './variable';

/* Valid messages of every kind, for the tests of the guards. */

const word = fc.string({ maxLength: 12 });
const count = fc.nat();
const number = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity));
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const device = fc.constantFrom(...DEVICES);
const short = { maxLength: 3 };

const summary = fc.option(fc.record({ min: number, max: number, mean: number, nonFinite: count }));

const tensor = fc.record({
  name: word,
  dtype: fc.constantFrom('float32', 'int32', 'bool', 'string'),
  shape: fc.array(count, short),
  disposed: fc.boolean(),
  values: fc.array(fc.oneof(number, word), short),
  size: count,
  summary,
});

const { tree } = fc.letrec<{ tree: ValueTree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    fc.record({
      type: fc.constant('primitive' as const),
      kind: fc.constantFrom('number', 'string', 'boolean', 'bigint', 'symbol', 'null', 'undefined'),
      text: word,
    }),
    fc.record({ type: fc.constantFrom('function' as const, 'opaque' as const), text: word }),
    fc.record({ type: fc.constant('tensor' as const), tensor }),
    fc.record({ type: fc.constant('error' as const), name: word, message: word }),
    fc.record({
      type: fc.constant('object' as const),
      name: word,
      entries: fc.array(fc.record({ key: word, value: tie('tree') }), short),
      omitted: count,
    }),
  ),
}));

const figure: fc.Arbitrary<Figure> = fc.record({
  id: word,
  kind: fc.constantFrom(...(Object.keys(ARBITRARY_FRAMES) as FigureKind[])),
  title: word,
  caption: word,
  stepName: word,
});

const output: fc.Arbitrary<Output> = fc.oneof(
  fc.record({
    kind: fc.constant('console' as const),
    level: fc.constantFrom('debug', 'log', 'info', 'warn', 'error'),
    parts: fc.array(tree, short),
  }),
  fc.record({ kind: fc.constant('value' as const), value: tree }),
  fc.record({ kind: fc.constantFrom('text' as const, 'notice' as const), text: word }),
  fc.record({
    kind: fc.constant('table' as const),
    caption: word,
    columns: fc.array(word, short),
    rows: fc.array(fc.array(fc.oneof(word, number, fc.constant(null)), short), short),
    omitted: count,
  }),
  fc.record({ kind: fc.constant('figure' as const), figure }),
  fc.record({ kind: fc.constant('control' as const), control }),
);

const frame: fc.Arbitrary<Frame> = fc.oneof(
  ...(Object.entries(ARBITRARY_FRAMES) as [FigureKind, fc.Arbitrary<never>][]).map(([kind, data]) =>
    fc.record({ figure: word, step: finite, kind: fc.constant(kind), data }),
  ),
) as fc.Arbitrary<Frame>;

const memory: fc.Arbitrary<MemoryReport> = fc.record(
  {
    tensors: count,
    bytes: count,
    leaked: fc.array(
      fc.record(
        { shape: fc.array(count, short), dtype: word, count, line: count },
        { requiredKeys: ['shape', 'dtype', 'count'] },
      ),
      short,
    ),
    others: count,
  },
  { requiredKeys: ['tensors', 'bytes', 'leaked'] },
);

const error: fc.Arbitrary<CellError> = fc.record(
  {
    name: word,
    message: word,
    hint: word,
    line: count,
    column: count,
    stack: fc.array(word, short),
  },
  { requiredKeys: ['name', 'message', 'stack'] },
);

const mutation: fc.Arbitrary<Mutation> = fc.record({
  cell: word,
  name: word,
  how: fc.constantFrom('trains', 'disposes'),
});

const measures = { ms: finite, device, memory, mutations: fc.array(mutation, short) };

const variable: fc.Arbitrary<VariableReport> = fc.record({
  name: word,
  cell: word,
  type: word,
  shape: fc.option(fc.array(fc.integer({ min: -1 }), short)),
  bytes: fc.option(count),
  preview: word,
});

const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.record({ ...measures, status: fc.constantFrom('done' as const, 'stopped' as const) }),
  fc.record({ ...measures, status: fc.constant('error' as const), error }),
);

const times = fc.array(
  fc.record({ device, ms: finite, outcome: fc.constantFrom(...STEP_OUTCOMES) }),
  short,
);
const modelTimes: fc.Arbitrary<ModelTimes> = fc.record({
  model: word,
  machine: word,
  times,
  trying: fc.option(device),
  trained: finite,
  spent: finite,
});
const status = fc.record(
  {
    device,
    reason: word,
    fellBack: fc.boolean(),
    measured: fc.record({ words: word, times }),
  },
  { requiredKeys: ['device', 'reason', 'fellBack'] },
);
const devices = fc.array(fc.record({ device, available: fc.boolean(), detail: word }), short);

export const tested: fc.Arbitrary<Tested> = fc.record(
  {
    sentence: word,
    passed: fc.boolean(),
    message: word,
    details: fc.array(fc.record({ label: word, output }), short),
    line: count,
    ms: finite,
  },
  { requiredKeys: ['sentence', 'passed', 'message', 'details', 'ms'] },
);

export const checked: fc.Arbitrary<Checked> = fc.record({
  registered: fc.array(word, short),
  setupError: fc.option(error),
  answerError: fc.option(error),
  testsError: fc.option(error),
  mistake: fc.option(word),
  ms: finite,
});

export const workerToPage: fc.Arbitrary<WorkerToPage> = fc.oneof(
  fc.record({
    type: fc.constant('ready' as const),
    report: fc.record({
      version: count,
      tfjs: word,
      isolated: fc.boolean(),
      devices,
    }),
    device: status,
  }),
  fc.record({ type: fc.constant('device' as const), device: status, devices }),
  fc.record({ type: fc.constant('learned' as const), model: modelTimes }),
  fc.record({ type: fc.constant('started' as const), run: count }),
  fc.record({
    type: fc.constant('outputs' as const),
    run: count,
    outputs: fc.array(output, short),
  }),
  fc.record({ type: fc.constant('frames' as const), run: count, frames: fc.array(frame, short) }),
  fc.record({
    type: fc.constant('progress' as const),
    run: count,
    progress: fc.option(
      fc.record(
        { done: finite, total: finite, label: word, task: word, secondsLeft: count },
        { requiredKeys: ['done', 'total', 'label'] },
      ),
    ),
  }),
  fc.record({
    type: fc.constant('states' as const),
    run: count,
    steps: fc.array(finite, short),
    stepName: word,
    from: fc.option(finite),
  }),
  fc.record({ type: fc.constant('finished' as const), run: count, outcome }),
  fc.record({
    type: fc.constant('variables' as const),
    variables: fc.array(variable, short),
  }),
  fc.record({ type: fc.constant('tested' as const), run: count, tested }),
  fc.record({ type: fc.constant('checked' as const), run: count, checked }),
  fc.record({ type: fc.constant('lost' as const), device, message: word }),
);

export const pageToWorker: fc.Arbitrary<PageToWorker> = fc.oneof(
  fc.record({
    type: fc.constant('run' as const),
    run: count,
    cell: word,
    code: word,
    inputs: fc.dictionary(fc.string({ minLength: 1, maxLength: 9 }), word),
    seed: count,
    controls: fc.dictionary(fc.string({ minLength: 1, maxLength: 9 }), controlValue),
    from: fc.option(finite),
  }),
  fc.record({
    type: fc.constant('check' as const),
    run: count,
    seed: count,
    setup: word,
    answer: word,
    tests: word,
  }),
  fc.record({
    type: fc.constant('control' as const),
    cell: word,
    key: word,
    value: controlValue,
  }),
  fc.record({ type: fc.constant('inspect' as const) }),
  fc.record({ type: fc.constant('forget' as const), cell: word }),
  fc.record({
    type: fc.constant('device' as const),
    choice: fc.constantFrom('auto' as const, ...DEVICES),
  }),
  fc.record({
    type: fc.constant('remembered' as const),
    models: fc.array(modelTimes, short),
  }),
);

export const pageToFrame: fc.Arbitrary<PageToFrame> = fc.oneof(
  fc.record({ type: fc.constantFrom('start', 'terminate'), worker: count }),
  fc.record({ type: fc.constant('interrupt'), worker: count, run: count }),
  fc.record({ type: fc.constant('ping' as const), id: count }),
);

export const frameToPage: fc.Arbitrary<FrameToPage> = fc.oneof(
  fc.record({
    type: fc.constant('started' as const),
    worker: count,
    address: fc.constantFrom('url', 'data', 'blob'),
    sharedMemory: fc.boolean(),
  }),
  fc.record({ type: fc.constant('failed' as const), worker: count, message: word }),
  fc.record({ type: fc.constant('pong' as const), id: count }),
);
