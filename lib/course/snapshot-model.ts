import type { ValueTree } from '@/lib/protocol';
import { LIMITS } from '@/lib/protocol';
import type { Walk } from './walk';
import { keyOf, objectTree, primitive } from './walk';
import type * as tf from './tf';

/** A model as its layers, each with its output shape and its parameters, as `model.summary()` tells it. */
export function snapshotModel(model: tf.LayersModel, walk: Walk): ValueTree {
  const shown = model.layers.slice(0, LIMITS.valueEntries);
  const layers = objectTree(
    `Array(${model.layers.length})`,
    shown.map((layer) => ({ key: keyOf(layer.name, walk), value: layerLine(layer, walk) })),
    model.layers.length - shown.length,
    walk,
  );
  const entries = [
    { key: 'name', value: primitive('string', model.name, walk) },
    { key: 'parameters', value: walk.copy(parametersOf(model)) },
    { key: 'layers', value: layers },
  ];
  return objectTree(model.getClassName(), entries, 0, walk);
}

/** A layer shown by itself, with its weights. */
export function snapshotLayer(layer: tf.layers.Layer, walk: Walk): ValueTree {
  const weights = layer.weights.slice(0, LIMITS.valueEntries);
  const entries = [
    { key: 'name', value: primitive('string', layer.name, walk) },
    ...layerEntries(layer, walk),
    ...weights.map((weight) => ({
      key: keyOf(weightName(weight), walk),
      value: walk.copy(weight),
    })),
  ];
  return objectTree(String(layer.getClassName()), entries, 0, walk);
}

function layerLine(layer: tf.layers.Layer, walk: Walk): ValueTree {
  return objectTree(String(layer.getClassName()), layerEntries(layer, walk), 0, walk);
}

function layerEntries(layer: tf.layers.Layer, walk: Walk) {
  const activation = layer.getConfig()['activation'];
  return [
    { key: 'output shape', value: primitive('string', shapeText(layer), walk) },
    { key: 'parameters', value: walk.copy(parametersOf(layer)) },
    ...(typeof activation === 'string'
      ? [{ key: 'activation', value: primitive('string', activation, walk) }]
      : []),
  ];
}

/** A layer that no input has reached yet has no shape: asking for it throws. */
function shapeText(layer: tf.layers.Layer): string {
  try {
    return JSON.stringify(layer.outputShape);
  } catch {
    return 'not known before the first input';
  }
}

function parametersOf(container: { countParams(): number }): number | string {
  try {
    return container.countParams();
  } catch {
    return 'none yet: it is not built';
  }
}

/** `kernel` of `dense_1/kernel`. */
function weightName(weight: tf.LayerVariable): string {
  return weight.originalName.split('/').at(-1) ?? weight.originalName;
}
