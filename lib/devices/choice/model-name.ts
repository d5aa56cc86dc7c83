import type { LayersModel, layers } from '@tensorflow/tfjs-layers';
import { hash } from './hash';

type Layer = layers.Layer;

const names = new WeakMap<LayersModel, { of: string; name: string }>();

/** Says nothing of how long a step takes. */
const LEFT_OUT = /^name$|initializer|^seed$/;

/**
 * A name for all models whose training step is the same work: layers and how they are set, shapes, batch, what trains,
 * optimizer and loss.
 *
 * @param rows the shapes of what one batch feeds, batch size first.
 */
export function modelName(model: LayersModel, rows: readonly (readonly number[])[]): string {
  const of = JSON.stringify([
    rows,
    model.layers.length,
    model.trainableWeights.length,
    model.optimizer.getClassName(),
    lossText(model.loss),
  ]);
  const known = names.get(model);
  if (known?.of === of) return known.name;
  const name = hash(of + model.layers.map(layerText).join());
  names.set(model, { of, name });
  return name;
}

function lossText(loss: unknown): string {
  return JSON.stringify(loss, (_, value: unknown) =>
    typeof value === 'function' ? value.name : value,
  );
}

/** A layer of the reader's own need not know how it is set. */
function layerText(layer: Layer): string {
  const shapes = layer.weights.map(({ shape }) => shape.join('x'));
  try {
    const config = JSON.stringify(layer.getConfig(), (key, value: unknown) =>
      LEFT_OUT.test(key) ? undefined : value,
    );
    return [layer.getClassName(), config, ...shapes].join(':');
  } catch {
    return [layer.getClassName(), ...shapes].join(':');
  }
}
