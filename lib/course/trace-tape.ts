import * as tf from './tf';

/** One operation as TensorFlow.js has noted it on its tape. */
export type TapeStep = {
  op: string;
  inputs: { name: string; tensor: tf.Tensor }[];
  outputs: tf.Tensor[];
  /** What comes back along each input when these come back along the outputs; null for what has no gradient. */
  back: ((gradients: (tf.Tensor | undefined)[]) => Record<string, () => tf.Tensor>) | null;
};

type TapeNode = {
  kernelName: string;
  inputs: Record<string, tf.Tensor | null>;
  outputs: tf.Tensor[];
  saved: tf.Tensor[];
  gradient?: (gradients: (tf.Tensor | undefined)[]) => Record<string, () => tf.Tensor>;
};

/** Not part of the public types, but what `tf.grad` itself goes by in 4.22. */
type Engine = {
  state: { activeTape: TapeNode[] | null; gradientDepth: number; kernelDepth: number };
  startTape(): void;
  endTape(): void;
  addTapeNode(...values: unknown[]): void;
};

/**
 * Runs the computation with TensorFlow.js's tape on, and gives its results to `use` with the operations that it made,
 * in order. What they read and make stays alive until `use` is done; after it only what that has kept.
 */
export function withTape<Results extends object>(
  compute: () => Results,
  use: (results: Results, steps: TapeStep[]) => void,
): void {
  const engine = tf.engine() as unknown as Engine;
  if (engine.state.gradientDepth > 0) {
    throw new Error('show.graph can\u2019t be called within tf.grad or a training step.');
  }
  const nodes: TapeNode[] = [];
  tf.tidy(() => {
    try {
      const results = recorded(engine, nodes, compute);
      tf.tidy(() => use(results, nodes.map(stepOf)));
    } finally {
      for (const { saved } of engine.state.activeTape ?? []) tf.dispose(saved);
      engine.state.activeTape = null;
      // An operation's own scope would have freed what it made on its way, so it was kept.
      tf.dispose(nodes.flatMap(({ outputs }) => outputs));
    }
  });
}

function recorded<Results>(engine: Engine, nodes: TapeNode[], compute: () => Results): Results {
  const { addTapeNode } = engine;
  engine.addTapeNode = function (this: Engine, ...values) {
    addTapeNode.apply(this, values);
    const node = this.state.activeTape?.at(-1);
    // Within a kernel only copies are made, for the way back.
    if (node === undefined || this.state.kernelDepth > 0) return;
    nodes.push(node);
    for (const tensor of node.outputs) tf.keep(tensor);
  };
  engine.startTape();
  try {
    return compute();
  } finally {
    engine.endTape();
    engine.addTapeNode = addTapeNode;
  }
}

function stepOf({ kernelName, inputs, outputs, gradient }: TapeNode): TapeStep {
  return {
    op: kernelName,
    inputs: Object.entries(inputs).flatMap(([name, tensor]) =>
      tensor instanceof tf.Tensor ? [{ name, tensor }] : [],
    ),
    outputs,
    back: gradient ?? null,
  };
}
