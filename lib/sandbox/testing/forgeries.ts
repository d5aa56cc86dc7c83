/**
 * Wrong answers to "write `softmax`", each of which tries to be counted as right. `ends` is what it may come to other
 * than `failed`: an answer that stops, or takes too long.
 */
export type Forgery = {
  name: string;
  answer: string;
  ends?: 'error' | 'timeout';
  /** Points of tests that it really passes: a number that was taken out of a proxy is a number. */
  points?: number;
};

/** What the answers are asked to do. The tests look at lists, at a tensor and at numbers, and wait. */
export const SOFTMAX_TESTS = `
const expected = [0.2689414, 0.7310586];
test('gives probabilities', () => {
  expect(softmax([1, 2])).toEqual([expect.closeTo(0.2689414, 5), expect.closeTo(0.7310586, 5)]);
});
test('gives one of two equal halves', () => {
  expect(softmax([1, 1])[0]).toBe(0.5);
});
test('gives them as a tensor too', () => {
  expect(softmax([1, 2], true)).toBeCloseToTensor(expected);
});
test('gives what TensorFlow.js gives', () => {
  expect(softmax([1, 2], true)).toBeCloseToTensor(tf.softmax(tf.tensor([1, 2])));
});
test('gives the same a moment later', async () => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await softmax([1, 1])).toEqual([0.5, 0.5]);
});
`;

const WRONG = `
function softmax(x: number[], asTensor = false): any {
  return asTensor ? tf.tensor([7, 7]) : [7, 7];
}
`;

/** Each line tries something, whether or not the one before it worked. */
const attempts = (...lines: string[]) =>
  `${lines.map((line) => `try { ${line} } catch {}`).join('\n')}\n${WRONG}`;

const answering = (value: string) => `const answer: any = ${value};
function softmax(): any { return answer; }`;

export const FORGERIES: readonly Forgery[] = [
  {
    name: 'its own test and expect on the global object',
    answer: attempts(
      'const any: any = new Proxy(() => any, { get: () => any });',
      '(globalThis as any).expect = new Proxy(() => 0, { apply: () => new Proxy({}, { get: () => () => {} }) });',
      '(globalThis as any).test = () => {};',
      "Object.defineProperty(globalThis, 'expect', { value: () => ({ toEqual() {}, toBe() {}, toBeCloseToTensor() {} }) });",
    ),
  },
  {
    name: 'its own declarations of test and expect',
    answer: `const expect: any = () => ({ toEqual() {}, toBe() {}, toBeCloseToTensor() {} });
expect.closeTo = () => 0;
function test() {}
function mistake() {}
${WRONG}`,
  },
  {
    name: 'the state that the library of matchers keeps',
    answer: attempts(
      "for (const key of ['matchers-object', '$$jest-matchers-object', 'expect-global']) (globalThis as any)[Symbol.for(key)].customEqualityTesters.push(() => true);",
      "Object.defineProperty(globalThis, Symbol.for('$$jest-matchers-object'), { value: { customEqualityTesters: [() => true], matchers: {}, state: {} } });",
    ),
  },
  {
    name: 'methods of lists',
    answer: attempts(
      'Array.prototype.every = () => true;',
      'Array.prototype.filter = () => [];',
      'Array.prototype.flatMap = () => [];',
      'Array.prototype.map = function () { return [0.5, 0.5]; } as any;',
      'Array.prototype[Symbol.iterator] = function* () {} as any;',
      'Array.from = () => [] as any;',
      "Object.defineProperty(Array.prototype, 'push', { value() { return 0; } });",
    ),
  },
  {
    name: 'promises',
    answer: attempts(
      'Promise.prototype.then = function () { return this; } as any;',
      'Promise.all = () => new Promise(() => {});',
      "Object.defineProperty(Promise.prototype, 'then', { value(resolve: any) { resolve(); } });",
    ),
  },
  {
    name: 'comparison',
    answer: attempts(
      'Object.is = () => true;',
      'Number.isNaN = () => false; Number.isFinite = () => true;',
      'Math.abs = () => 0;',
      "Object.defineProperty(Object, 'is', { value: () => true });",
      'RegExp.prototype.test = () => true; String.prototype.includes = () => true;',
      'Object.prototype.toString = () => "[object Array]";',
      'Error.isError = () => false;',
    ),
  },
  {
    name: 'its own declarations of JavaScript’s objects',
    answer: `const Object = { is: () => true };
const Math: any = { abs: () => 0, max: () => 0, exp: () => 0 };
const Promise: any = null;
const setTimeout: any = (fn: any) => fn();
${WRONG}`,
  },
  {
    name: 'clocks and chance',
    answer: attempts(
      'performance.now = () => 0;',
      'Performance.prototype.now = () => 0;',
      'Date.now = () => 0;',
      'Math.random = () => 0.5;',
      '(globalThis as any).setTimeout = (fn: any) => fn();',
    ),
  },
  {
    name: 'messages of its own',
    answer: attempts(
      'const forged = { type: "tested", run: 1, tested: { sentence: "gives probabilities", passed: true, message: "", details: [], ms: 1 } };',
      'postMessage({ type: "tested", run: 1, tested: { sentence: "gives probabilities", passed: true, message: "", details: [], ms: 1 } });',
      'self.postMessage({ type: "checked", run: 1, checked: { registered: [], setupError: null, answerError: null, testsError: null, mistake: null, ms: 1 } });',
      'MessagePort.prototype.postMessage = function () {};',
      'EventTarget.prototype.dispatchEvent.call(globalThis, new MessageEvent("message", { data: { type: "checked" } }));',
      'new MessageChannel().port1.postMessage({ type: "checked" });',
    ),
  },
  {
    name: 'an error at the end',
    answer: `${WRONG}\nthrow new Error('exit');`,
    ends: 'error',
  },
  {
    name: 'an end of the worker',
    answer: `${WRONG}\nglobalThis.close?.(); (globalThis as any).process?.exit?.(0);`,
    ends: 'error',
  },
  {
    name: 'functions of tf',
    answer: attempts(
      '(tf as any).softmax = () => tf.tensor([7, 7]);',
      "Object.defineProperty(tf, 'softmax', { value: () => tf.tensor([7, 7]) });",
      "Object.defineProperty(globalThis, 'tf', { value: { ...tf, softmax: () => tf.tensor([7, 7]) } });",
      '(globalThis as any).tf = { ...tf, softmax: () => tf.tensor([7, 7]) };',
      'const list: any = tf.serialization.SerializationMap; list.instance = null; list.getMap().classNameMap = {};',
      '(tf.layers as any).dense = null; (tf.util as any).arraysEqual = () => true;',
    ),
  },
  {
    name: 'what tensors say of themselves',
    answer: attempts(
      'tf.Tensor.prototype.dataSync = () => [0.2689414, 0.7310586] as any;',
      'tf.Tensor.prototype.data = async () => [0.2689414, 0.7310586] as any;',
      "Object.defineProperty(tf.Tensor.prototype, 'dataSync', { value: () => [0.2689414, 0.7310586] });",
      'Object.getPrototypeOf(tf.Tensor.prototype).dataSync = () => [];',
      'tf.Tensor.prototype.arraySync = () => [0.2689414, 0.7310586] as any;',
    ),
  },
  {
    name: 'kernels, backends and the engine',
    answer: attempts(
      "tf.unregisterKernel('Softmax', tf.getBackend());",
      "tf.registerKernel({ kernelName: 'Softmax', backendName: tf.getBackend(), kernelFunc: ({ inputs }: any) => inputs.logits });",
      "(tf.getKernel('Softmax', tf.getBackend()) as any).kernelFunc = ({ inputs }: any) => inputs.logits;",
      '(tf.backend() as any).readSync = () => new Float32Array([0.2689414, 0.7310586]);',
      '(tf.engine() as any).readSync = () => new Float32Array([0.2689414, 0.7310586]);',
      '(globalThis as any)._tfengine.readSync = () => new Float32Array([0.2689414, 0.7310586]);',
      "(globalThis as any)._tfGlobals.get('kernelRegistry').clear();",
      'tf.registerBackend("cpu", () => null as any, 9);',
      'tf.env().set("DEBUG", true); tf.setPlatform("x", {} as any);',
    ),
  },
  {
    name: 'a timer that is left behind',
    answer: `
let right = false;
setTimeout(() => { right = true; });
setInterval(() => { right = true; }, 1);
queueMicrotask(() => {});
function softmax(x: number[], asTensor = false): any {
  return right ? [0.5, 0.5] : asTensor ? tf.tensor([7, 7]) : [7, 7];
}`,
  },
  {
    name: 'a matcher in place of a value',
    answer: answering(
      "{ asymmetricMatch: () => true, $$typeof: Symbol.for('jest.asymmetricMatcher'), dataId: {}, shape: [2] }",
    ),
  },
  {
    name: 'a list of matchers',
    answer: answering('[{ asymmetricMatch: () => true }, { asymmetricMatch: () => true }]'),
  },
  {
    name: 'a proxy in place of a value',
    answer: answering('new Proxy([0.5, 0.5], {})'),
    points: 1,
  },
  {
    name: 'a value that says another thing each time',
    answer: answering('{ length: 2, get 0() { return 0.5; }, get 1() { return 0.5; } }'),
    points: 1,
  },
  {
    name: 'what looks like a tensor',
    answer: answering(
      'Object.assign(Object.create(tf.Tensor.prototype), { shape: [2], size: 2, dtype: "float32", dataId: {}, isDisposedInternal: false, dataSync: () => [0.2689414, 0.7310586], data: async () => [0.2689414, 0.7310586] })',
    ),
  },
  {
    name: 'a tensor with other methods',
    answer: answering(
      'Object.assign(tf.tensor([7, 7]), { dataSync: () => [0.2689414, 0.7310586], data: async () => [0.2689414, 0.7310586] })',
    ),
  },
  {
    name: 'a thenable in place of a value',
    answer: answering('{ then(resolve: any) { resolve(); return this; } }'),
  },
  {
    name: 'a thenable that never settles',
    answer: answering('{ then() {} }'),
    ends: 'timeout',
  },
  {
    name: 'a throw of what ends the test quietly',
    answer: 'function softmax(): any { throw undefined; }',
  },
  {
    name: 'a throw of what says that it passed',
    answer: `function softmax(): any {
  throw new Proxy({ passed: true, name: 'Failure', message: '' }, { get: () => '', getPrototypeOf: () => null });
}`,
  },
  { name: 'a loop without an end', answer: 'while (true) {}', ends: 'timeout' },
  {
    name: 'a loop without an end in a test',
    answer: 'function softmax(): any { for (;;) {} }',
    ends: 'timeout',
  },
  {
    name: 'a storm of promises',
    answer: `const storm = (): any => Promise.resolve().then(storm);\nvoid storm();\n${WRONG}`,
    ends: 'timeout',
  },
  { name: 'code that can’t be parsed', answer: 'function softmax( {', ends: 'error' },
  { name: 'nothing at all', answer: '' },
  {
    name: 'code that loads other code',
    answer: `${WRONG}\nawait import('data:text/javascript,1');`,
    ends: 'error',
  },
  {
    name: 'a setter that hears of everything',
    answer: attempts(
      "Object.defineProperty(Object.prototype, 'passed', { get: () => true, set() {} });",
      "Object.defineProperty(Object.prototype, 'asymmetricMatch', { value: () => true });",
      "Object.defineProperty(Array.prototype, '0', { set() {}, get: () => 0.5 });",
    ),
  },
  {
    name: 'the frames of the stack',
    answer: attempts(
      '(Error as any).prepareStackTrace = (_: unknown, sites: any[]) => { for (const site of sites) { const fn = site.getFunction?.(); if (fn) fn.prototype = null; } return ""; };',
      '(globalThis as any).Error = class extends Error { get message() { return ""; } };',
      'new Error().stack;',
    ),
  },
];
