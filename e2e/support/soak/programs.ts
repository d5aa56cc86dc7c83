/** Never ends by itself. */
export const RUNAWAY = 'while (true) {}';

/** What the soak writes into one cell: for the most part what runs, now and then what does not. */
export type Programs = { good: readonly string[]; bad: readonly string[] };

/**
 * In page order; the first of each is where the soak starts. They read each other, train what another cell made, have
 * a control, draw on chance; they fail, break the rules of cells, and never end.
 */
export const PROGRAMS: readonly Programs[] = [
  {
    good: ['const a = 2; a', 'const a = 5; a', 'const a = Math.floor(Math.random() * 1000); a'],
    bad: ['const a = ;'],
  },
  {
    good: ['const b = a * 10; b', 'const b = a + 1; console.log("b", b)', 'const b = e; b'],
    bad: ['throw new Error("no b")'],
  },
  {
    good: [
      "const rate = input.slider('Rate', { min: 0, max: 10, step: 1, value: 3 });",
      "const rate = input.slider('Rate', { min: 0, max: 5, step: 1, value: 1 }); a",
      'const rate = 4; rate',
    ],
    bad: ["const rate = input.slider('Rate', { min: 3, max: 1 });"],
  },
  { good: ['rate * b', 'display(rate + a)', 'console.log(rate); rate * a'], bad: ['rate = 3'] },
  {
    good: [
      "const w = tf.variable(tf.scalar(a)); 'made'",
      "const w = tf.variable(tf.scalar(b + 1)); 'made of b'",
      "const w = tf.variable(tf.scalar(1)); w.assign(tf.scalar(7)); 'made twice'",
    ],
    bad: ["const w = 1; throw new Error('no w')"],
  },
  {
    good: [
      "w.assign(tf.scalar(w.dataSync()[0] * 2 + a)); const steps = 3; 'trained'",
      'for (let i = 0; i < 3; i++) w.assign(tf.scalar(w.dataSync()[0] + 1)); const steps = 2; steps',
      'const steps = 7; steps',
    ],
    bad: ["w.assign(tf.scalar(0)); throw new Error('half trained');"],
  },
  {
    good: ['w.dataSync()[0]', 'w.dataSync()[0] + steps', 'console.log(w.dataSync()[0], b)'],
    bad: ['w.dataSync()[0] + nowhere'],
  },
  {
    good: [
      'const c = [a, b].join(); c',
      "await new Promise((resolve) => setTimeout(resolve, 150)); const c = 'late'; c",
    ],
    bad: [RUNAWAY],
  },
  {
    good: [
      "w.assign(tf.scalar(w.dataSync()[0] - rate)); 'trained again'",
      "c + '!'",
      'w.dataSync()[0] * 100',
    ],
    bad: ['const b = 1'],
  },
  {
    good: ['const e = Math.random(); e', 'const e = 3; e + w.dataSync()[0]'],
    bad: ['const e = b; e', 'const e = random.permutation(5).join('],
  },
];
