import * as tf from './tf';

/** How many layers and models of each class were named so far: the numbers at the end of `dense_Dense1`, `sequential_1`. */
export type LayerNumbers = Readonly<Record<string, number>>;

const PROBE = 'LayerwiseProbe';

/** TensorFlow.js's own counters; null until they are looked for, and where they can't be found. */
let counters: Record<string, number> | null = null;
let isSought = false;

/** The counters as they are now. */
export function layerNumbers(): LayerNumbers {
  return { ...findCounters() };
}

/** Makes the next names follow these numbers, so that what a cell's layers are called depends on no former run. */
export function setLayerNumbers(numbers: LayerNumbers): void {
  const found = findCounters();
  if (found === null) return;
  for (const name of Object.keys(found)) Reflect.deleteProperty(found, name);
  Object.assign(found, numbers);
}

/** Of each class the larger number. */
export function maxNumbers(all: readonly LayerNumbers[]): LayerNumbers {
  const most: Record<string, number> = {};
  for (const numbers of all) {
    for (const [name, number] of Object.entries(numbers)) {
      most[name] = Math.max(most[name] ?? 0, number);
    }
  }
  return most;
}

/**
 * The counters are private to a module of TensorFlow.js 4.22 (`backend/state`), a plain object by class name. A layer of
 * a class that they do not know yet has them read that name, and a getter that they inherit sees who reads.
 */
function findCounters(): Record<string, number> | null {
  if (isSought) return counters;
  isSought = true;
  const keep = (found: Record<string, number>) => (counters = found);
  Object.defineProperty(Object.prototype, PROBE, {
    configurable: true,
    get(this: Record<string, number>) {
      keep(this);
      return 0;
    },
    set() {},
  });
  try {
    new ProbeLayer({});
  } finally {
    Reflect.deleteProperty(Object.prototype, PROBE);
  }
  return counters;
}

class ProbeLayer extends tf.layers.Layer {
  static className = PROBE;
}
