/** Never ends by itself. */
export const RUNAWAY = 'while (true) {}';

/** What the soak writes into one cell: for the most part what runs, now and then what does not. */
export type Programs = { good: readonly string[]; bad: readonly string[] };

const W = 'w.dataSync()[0]';
const V = 'v.dataSync()[0]';

/** Whole numbers below 1000 are exact on every device. The order of two of these changes shows in what they leave. */
const becomes = (name: string, value: string) => `${name}.assign(tf.scalar((${value}) % 997));`;
const DOUBLE = becomes('w', `${W} * 2 + a`);
const ADD = becomes('w', `${W} + 3`);
const RATED = becomes('w', `${W} * 3 + rate`);
const MIX = becomes('v', `${V} * 5 + ${W}`);

/**
 * In page order; the first of each is where the soak starts. Two models, made in cells 2 and 7, are trained and asked
 * by cells that each can be a trainer or none, so that an edit, a move or a run of one makes others stale without
 * touching anything that they read. They also have a control, draw on chance, look at a model through a function,
 * fail half way, break the rules of cells, and never end.
 */
export const PROGRAMS: readonly Programs[] = [
  {
    good: ['const a = 2; a', 'const a = 5; a', 'const a = Math.floor(Math.random() * 100); a'],
    bad: ['const a = ;', 'const a = steps; a'],
  },
  {
    good: [
      "const rate = input.slider('Rate', { min: 0, max: 10, step: 1, value: 3 });",
      "const rate = input.slider('Rate', { min: 0, max: 5, step: 1, value: 1 }); a",
      'const rate = 4; rate',
    ],
    bad: ["const rate = input.slider('Rate', { min: 3, max: 1 });"],
  },
  {
    good: [
      "const w = tf.variable(tf.scalar(a)); 'made of a'",
      "const w = tf.variable(tf.scalar(1)); w.assign(tf.scalar(7)); 'made twice'",
    ],
    bad: ["const w = tf.variable(tf.scalar(1)); throw new Error('no w')"],
  },
  {
    good: [
      `${DOUBLE} const steps = 3; ${W}`,
      `for (let i = 0; i < 3; i++) { ${ADD} } const steps = 2; ${W}`,
      `const steps = 7; ${W} + steps`,
    ],
    bad: [`${ADD} throw new Error('half trained');`],
  },
  {
    good: [`${W} * 10`, `${ADD} 'adds ' + ${W}`, `console.log(${W}, steps)`],
    bad: [`${W} + nowhere`],
  },
  {
    good: [`${RATED} 'rated ' + ${W}`, `${DOUBLE} 'doubled ' + ${W}`, `${W} + rate`],
    bad: ['rate = 3'],
  },
  {
    good: [
      `const ask = () => ${W}; ask()`,
      `const ask = () => ${W} + a; 'not asked'`,
      `${ADD} const ask = () => 5; ${W}`,
    ],
    bad: [`const ask = () => ${W}; ask.name()`],
  },
  {
    good: [
      `const v = tf.variable(tf.scalar(${W})); 'made of w'`,
      "const v = tf.variable(tf.scalar(3)); 'made of 3'",
    ],
    bad: ['const w = 1'],
  },
  {
    good: [
      `${MIX} ${V}`,
      `${MIX} ${ADD} [${V}, ${W}].join()`,
      `await new Promise((resolve) => setTimeout(resolve, 100)); ${DOUBLE} 'late ' + ${W}`,
      `[${V}, ${W}].join()`,
    ],
    bad: [`${MIX} throw new Error('half mixed');`],
  },
  { good: [`[${W}, ${V}, ask()].join()`, `${V} + steps`, 'ask() * 100'], bad: [RUNAWAY] },
];
