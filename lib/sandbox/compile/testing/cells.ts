/** Cells as readers and authors write them, for TensorFlow.js, in the order of a page; each with what it declares. */
export const CELLS: { id: string; defines: string; code: string }[] = [
  {
    id: 'data',
    defines: 'Row COUNT rows',
    code: `import * as tf from '@tensorflow/tfjs';

type Point = { x: number; y: number };
interface Named { name: string }
enum Row { First, Second = 10 }
const COUNT: number = 64;
const rows: Point[] = Array.from({ length: COUNT }, (_, i): Point => ({ x: i / COUNT, y: 3 * (i / COUNT) - 1 }));
rows.length`,
  },
  {
    id: 'tensors',
    defines: 'xs ys',
    code: `const [xs, ys] = tf.tidy(() => [
  tf.tensor2d(rows.map(({ x }) => [x])),
  tf.tensor2d(rows.map((row) => [row.y])),
]) as [tf.Tensor2D, tf.Tensor2D];
ys.shape;`,
  },
  {
    id: 'seeded',
    defines: 'seeded',
    code: `function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}`,
  },
  {
    id: 'shuffle',
    defines: 'order random',
    code: `const order = rows.map((_, i) => i), random = seeded(7);
for (let i = order.length - 1; i > 0; i--) {
  const j = Math.floor(random() * (i + 1));
  [order[i], order[j]] = [order[j]!, order[i]!];
}
new Set(order).size === COUNT`,
  },
  {
    id: 'model',
    defines: 'build model',
    code: `import { sequential, layers, type Sequential } from '@tensorflow/tfjs-layers';

const build = (units = 1): Sequential => {
  const net = sequential();
  net.add(layers.dense({ units, inputShape: [1], kernelInitializer: 'zeros' }));
  net.compile({ optimizer: tf.train.sgd(0.5), loss: 'meanSquaredError' });
  return net;
};
const model = build();
model.countParams()`,
  },
  {
    id: 'fit',
    defines: 'losses',
    code: `const losses: number[] = [];
await model.fit(xs, ys, {
  epochs: 60,
  batchSize: 16,
  shuffle: false,
  callbacks: { onEpochEnd: (_epoch: number, logs?: tf.Logs) => { losses.push(logs!.loss as number); } },
});
losses.at(-1)! < losses[0]!`,
  },
  {
    id: 'weights',
    defines: 'slope offset',
    code: `const [slope, offset] = model.getWeights().map((w) => w.dataSync()[0]!);
console.assert(Math.abs(slope - 3) < 0.2);
[slope, offset].map((n) => +n.toFixed(1))`,
  },
  {
    id: 'by-hand',
    defines: 'w b',
    code: `let w = 0, b = 0;
for (let epoch = 0; epoch < 400; epoch++) {
  let dw = 0, db = 0;
  for (let i = 0; i < rows.length; i++) {
    const error = w * rows[i]!.x + b - rows[i]!.y;
    dw += (2 * error * rows[i]!.x) / rows.length;
    db += (2 * error) / rows.length;
  }
  w -= 0.5 * dw; b -= 0.5 * db;
}
[w.toFixed(1), b.toFixed(1)];`,
  },
  {
    id: 'variables',
    defines: 'parameters optimizer steps trained',
    code: `const parameters = { w: tf.variable(tf.scalar(0)), b: tf.variable(tf.scalar(0)) } satisfies Record<string, tf.Variable>;
const optimizer = tf.train.adam(0.1);
let steps = 0;
do {
  const cost = optimizer.minimize(() => xs.mul(parameters.w).add(parameters.b).sub(ys).square().mean() as tf.Scalar, true)!;
  cost.dispose();
} while (++steps < 200);
const trained = parameters.w.dataSync()[0]!;
Math.abs(trained - 3) < 0.5`,
  },
  {
    id: 'matrix',
    defines: 'product',
    code: `function product<T extends number>(a: T[][], b: T[][]): number[][] {
  const n = a.length, out = a.map(() => b[0]!.map(() => 0));
  for (let i = 0; i < n; i++)
    for (let j = 0; j < b[0]!.length; j++)
      for (let k = 0; k < b.length; k++) out[i]![j]! += a[i]![k]! * b[k]![j]!;
  return out;
}
JSON.stringify(product([[1, 2], [3, 4]], [[5, 6], [7, 8]])) === JSON.stringify(tf.matMul([[1, 2], [3, 4]], [[5, 6], [7, 8]]).arraySync())`,
  },
  {
    id: 'layer',
    defines: 'Scale',
    code: `class Scale extends tf.layers.Layer {
  static className = 'Scale';
  #calls = 0;
  constructor(private readonly factor: number, config: object = {}) { super(config); }
  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    this.#calls++;
    return tf.tidy(() => (Array.isArray(inputs) ? inputs[0]! : inputs).mul(this.factor));
  }
  get calls() { return this.#calls; }
}
(new Scale(2).apply(tf.tensor1d([1, 2])) as tf.Tensor).arraySync()`,
  },
  {
    id: 'generator',
    defines: 'batches',
    code: `function* batches<T>(items: readonly T[], size: number): Generator<T[]> {
  let at = 0;
  while (at < items.length) yield items.slice(at, (at += size));
}
outer: for (const batch of batches(order, 10)) {
  for (const i of batch) if (i === undefined) break outer; else continue;
}
[...batches([1, 2, 3], 2)].length`,
  },
  {
    id: 'accuracy',
    defines: 'accuracy',
    code: `const accuracy = async (predicted: tf.Tensor, actual: tf.Tensor): Promise<number> => {
  const right = tf.tidy(() => predicted.greater(0.5).equal(actual.greater(0.5)).mean());
  try {
    return (await right.data())[0]!;
  } catch (error: unknown) {
    throw new Error(\`no accuracy: \${(error as Error).message}\`, { cause: error });
  } finally {
    right.dispose();
  }
};
await accuracy(tf.tensor1d([0.9, 0.2, 0.6]), tf.tensor1d([1, 0, 0]))`,
  },
  {
    id: 'predict',
    defines: 'prediction',
    code: `const prediction = tf.tidy(() => {
  const { data: [first = NaN, ...others], shape } = { data: [...(model.predict(tf.tensor2d([[1], [0]])) as tf.Tensor).dataSync()], shape: [2] };
  return { first, others, shape };
});
Math.round(prediction.first)`,
  },
  {
    id: 'report',
    defines: 'report',
    code: `// Reads what most of the others declare.
for (const [name, value] of Object.entries({ slope, w, trained, losses: losses.length })) console.debug(\`\${name}: \${value}\`);
const report = { kind: Row.Second, fit: slope - w, count: COUNT } as const;
report.kind`,
  },
];
