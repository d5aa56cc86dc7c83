type Model = { layers: readonly object[] };

/** Parts of parts: a wrapper's layer, a recurrent layer's cell, the layers of a model in a model. */
const PARTS = ['layer', 'cell', 'forwardLayer', 'backwardLayer'] as const;
const LISTS = ['layers', 'cells'] as const;

/**
 * All that a model's layers hold by name, in order, as it is now. A step may depend on any of it, and a reader may change
 * it between two steps: an activation, a rate, whether a layer is frozen.
 */
export function stateOf({ layers }: Model): unknown[] {
  const state: unknown[] = [];
  for (const layer of layers) addState(layer, state);
  return state;
}

/** Whether all of it is what it was. */
export function isSameState(model: Model, state: readonly unknown[]): boolean {
  const now = stateOf(model);
  return now.length === state.length && now.every((value, i) => Object.is(value, state[i]));
}

function addState(part: object, state: unknown[]): void {
  const holder = part as Readonly<Record<string, unknown>>;
  for (const name in holder) if (Object.hasOwn(holder, name)) state.push(holder[name]);
  for (const name of PARTS) {
    const inner = holder[name];
    if (typeof inner === 'object' && inner !== null) addState(inner, state);
  }
  for (const name of LISTS) {
    const inner = holder[name];
    if (Array.isArray(inner)) for (const one of inner as object[]) addState(one, state);
  }
}
