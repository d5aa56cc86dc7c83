import type { Host } from './host';
import * as tf from './tf';

type Port = Pick<Host, 'output' | 'run' | 'wait'>;
type Labels = ArrayLike<number>;

/** Reads that are worth their time where a device has to be waited for. */
const READS_A_RUN = 20;

/**
 * Says when class numbers lie outside of their classes. TensorFlow.js makes rows of zeros of them without a word, in
 * `oneHot` and so in the loss 'sparseCategoricalCrossentropy', and a model then learns nothing from those examples.
 * Said once a run. @returns a function that undoes it.
 */
export function installLabelCheck(host: Port): () => void {
  const engine = tf.engine();
  const { runKernel } = engine;
  const seen = { run: -1, reads: 0, told: false };
  const judge = (labels: Labels, classes: number) => {
    if (seen.told) return;
    const at = Array.prototype.findIndex.call(
      labels,
      (label) => !isLabel(label as number, classes),
    );
    if (at === -1) return;
    seen.told = true;
    host.output({ kind: 'notice', text: sentence(labels[at]!, at, classes) });
  };
  engine.runKernel = ((name: string, inputs: never, attributes: { depth: number }) => {
    if (name === tf.OneHot) {
      if (seen.run !== host.run()) Object.assign(seen, { run: host.run(), reads: 0, told: false });
      const { indices } = inputs as { indices: tf.Tensor };
      if (!seen.told && (seen.reads += 1) <= limit()) read(indices, attributes.depth, judge, host);
    }
    return runKernel.call(engine, name, inputs, attributes as never);
  }) as typeof runKernel;
  return () => void (engine.runKernel = runKernel);
}

const isAtHand = () => tf.getBackend() === 'cpu' || tf.getBackend() === 'wasm';
const limit = () => (isAtHand() ? Infinity : READS_A_RUN);

function read(
  indices: tf.Tensor,
  classes: number,
  judge: (labels: Labels, classes: number) => void,
  host: Port,
): void {
  if (!(indices instanceof tf.Tensor) || indices.isDisposed || !Number.isInteger(classes)) return;
  if (isAtHand()) return judge(indices.dataSync(), classes);
  // A device that is lost is told elsewhere.
  host.wait(
    indices.data().then(
      (labels) => judge(labels, classes),
      () => {},
    ),
  );
}

const isLabel = (label: number, classes: number) =>
  Number.isInteger(label) && label >= 0 && label < classes;

function sentence(label: number, at: number, classes: number): string {
  return `There is a label of ${label} (at place ${at}), and with ${classes} classes the labels are the whole numbers from 0 to ${classes - 1}, so \`oneHot\` and the loss 'sparseCategoricalCrossentropy' take it as no class at all: count labels from 0, or give \`oneHot\` or the last layer more classes.`;
}
