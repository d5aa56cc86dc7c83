/** Never ends by itself. */
export const RUNAWAY = 'while (true) {}';

/**
 * What the soak writes into the cells of a lesson, in page order; the first of each list is where it starts. They read
 * each other, train what another cell made, have a control, draw on chance, fail, break the rules of cells, never end.
 */
export const PROGRAMS: readonly (readonly string[])[] = [
  [
    'const a = 2; a',
    'const a = 5; a',
    'const a = Math.floor(Math.random() * 1000); a',
    'const a = ;',
  ],
  [
    'const b = a * 10; b',
    'const b = a + 1; console.log("b", b)',
    'throw new Error("no b")',
    'const b = e; b',
  ],
  [
    "const rate = input.slider('Rate', { min: 0, max: 10, step: 1, value: 3 });",
    "const rate = input.slider('Rate', { min: 0, max: 5, step: 1, value: 1 }); a",
    'const rate = 4; rate',
  ],
  ['rate * b', 'display(rate + a)', 'console.log(rate); rate * a'],
  [
    "const w = tf.variable(tf.scalar(a)); 'made'",
    "const w = tf.variable(tf.scalar(b + 1)); 'made of b'",
    "const w = tf.variable(tf.scalar(1)); w.assign(tf.scalar(7)); 'made twice'",
  ],
  [
    "w.assign(tf.scalar(w.dataSync()[0] * 2 + a)); const steps = 3; 'trained'",
    'for (let i = 0; i < 3; i++) w.assign(tf.scalar(w.dataSync()[0] + 1)); const steps = 2; steps',
    'const steps = 7; steps',
    "w.assign(tf.scalar(0)); throw new Error('half trained');",
  ],
  ['w.dataSync()[0]', 'w.dataSync()[0] + steps', 'console.log(w.dataSync()[0], b)'],
  [
    'const c = [a, b].join(); c',
    RUNAWAY,
    "await new Promise((resolve) => setTimeout(resolve, 150)); const c = 'late'; c",
  ],
  [
    "w.assign(tf.scalar(w.dataSync()[0] - rate)); 'trained again'",
    "c + '!'",
    'const b = 1',
    'w.dataSync()[0] * 100',
  ],
  ['const e = Math.random(); e', 'const e = b; e', 'random.permutation(5).join()'],
];
