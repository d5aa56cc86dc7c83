import type { FrameData } from '@/lib/protocol';
import { singleLoss } from './descent-surface';
import type { Host } from './host';
import { tensorsIn } from './reachable-tensors';
import { readFloats } from './read-values';
import * as tf from './tf';
import type { LossOfTwo } from './types/show-descent';

type Path = FrameData['descent']['paths'][number];
type Order = {
  name: string;
  optimizer: () => tf.Optimizer;
  sees: LossOfTwo;
  loss: LossOfTwo;
  start: readonly [number, number];
  steps: number;
};

/** Lets one optimizer go its way, and tells of every step where it stood and what it saw. Nothing stays behind. */
export async function takePath(
  host: Pick<Host, 'checkpoint' | 'pace'>,
  { name, optimizer: make, sees, loss, start, steps }: Order,
): Promise<Pick<Path, 'rule' | 'points'>> {
  const optimizer = make();
  if (!(optimizer instanceof tf.Optimizer)) {
    throw new TypeError(
      `show.descent: the path “${name}” has to make an optimizer, as () => tf.train.adam(0.1).`,
    );
  }
  const [x, y] = tf.tidy(() => start.map((value) => tf.variable(tf.scalar(value)))) as Two;
  const rows: tf.Tensor[] = [];
  try {
    for (let step = 0; step <= steps; step++) {
      host.checkpoint();
      if (host.pace.due()) await host.pace.turn();
      rows.push(tf.tidy(() => oneStep(optimizer, { x, y, sees, loss }, step < steps)));
    }
    const points = tf.tidy(() => tf.concat(rows));
    rows.push(points);
    return { rule: ruleOf(optimizer), points: await readFloats(points) };
  } finally {
    tf.dispose([...rows, x, y, ...tensorsIn([optimizer]).values()]);
  }
}

type Two = [tf.Variable, tf.Variable];
type Place = { x: tf.Variable; y: tf.Variable; sees: LossOfTwo; loss: LossOfTwo };

/** `[x, y, loss, slope along x, slope along y]` before the step is taken. */
function oneStep(optimizer: tf.Optimizer, { x, y, sees, loss }: Place, moves: boolean): tf.Tensor {
  const { value, grads } = optimizer.computeGradients(() => singleLoss(sees, x, y), [x, y]);
  // The loss itself, not what a mini-batch says of it.
  const here = sees === loss ? value : singleLoss(loss, x, y);
  const slopes = [x, y].map((variable) => grads[variable.name] ?? tf.scalar(0));
  const row = tf.stack([x, y, here, ...slopes] as tf.Scalar[]);
  if (moves) optimizer.applyGradients(grads);
  return row;
}

/** The formula that `lib/figures/descent` knows the optimizer by. `instanceof` is true of every optimizer there is. */
function ruleOf(optimizer: tf.Optimizer): Path['rule'] {
  const config = optimizer.getConfig() as Record<string, unknown>;
  const read = (key: string) => (typeof config[key] === 'number' ? config[key] : 0);
  return {
    kind: kindOf(optimizer.getClassName(), config),
    rate: read('learningRate'),
    momentum: read('momentum'),
    decay: read('decay'),
    beta1: read('beta1'),
    beta2: read('beta2'),
    epsilon: read('epsilon'),
  };
}

function kindOf(name: string, config: Record<string, unknown>): Path['rule']['kind'] {
  if (name === 'SGD') return 'sgd';
  if (name === 'Momentum' && !config.useNesterov) return 'momentum';
  if (name === 'RMSProp' && !config.centered) return 'rmsprop';
  return name === 'Adam' ? 'adam' : 'other';
}
