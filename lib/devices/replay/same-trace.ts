import type { Node, Source, Trace, Use, Value } from './trace';

/** Whether two recorded steps compute the same, each from its own batch and the weights of its time. */
export function isSameTrace(a: Trace, b: Trace): boolean {
  return (
    isSameList(a.values, b.values, isSameValue) &&
    isSameList(a.nodes, b.nodes, isSameNode) &&
    isSameList(a.results, b.results, isSameUse) &&
    isSameList(a.gradients, b.gradients, (x, y) =>
      x.variable === y.variable ? isSameUseOrNull(x.gradient, y.gradient) : false,
    ) &&
    isSameList(a.assigned, b.assigned, (x, y) => x.variable === y.variable && isSameUse(x.to, y.to))
  );
}

function isSameList<T>(a: readonly T[], b: readonly T[], isSame: (x: T, y: T) => boolean): boolean {
  return a.length === b.length && a.every((x, i) => isSame(x, b[i]!));
}

const isSameValue = (a: Value, b: Value) =>
  a.id === b.id && a.size === b.size && a.dtype === b.dtype && isSameSource(a.source, b.source);

function isSameSource(a: Source, b: Source): boolean {
  switch (a.kind) {
    case 'input':
      return b.kind === 'input' && a.index === b.index;
    case 'variable':
      return b.kind === 'variable' && a.variable === b.variable;
    case 'constant':
      return b.kind === 'constant' && isSameList([...a.values], [...b.values], Object.is);
    case 'outside':
      // A tensor never changes, so the same one holds the same numbers.
      return b.kind === 'outside' && a.data === b.data;
    case 'node':
      return b.kind === 'node';
    default:
      return a satisfies never;
  }
}

const isSameNode = (a: Node, b: Node) =>
  a.kernel === b.kernel &&
  isSameList(a.names, b.names, Object.is) &&
  isSameList(a.inputs, b.inputs, isSameUseOrNull) &&
  isSameList(a.outputs, b.outputs, isSameUse) &&
  isSameAttribute(a.attrs, b.attrs);

const isSameUse = (a: Use, b: Use) =>
  a.value.id === b.value.id && isSameList(a.shape, b.shape, Object.is);

const isSameUseOrNull = (a: Use | null, b: Use | null) =>
  a === null || b === null ? a === b : isSameUse(a, b);

/** Attributes are numbers, texts, and lists and records of them. */
function isSameAttribute(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return Object.is(a, b);
  const [x, y] = [Object.entries(a), Object.entries(b)];
  return isSameList(x, y, ([k, v], [l, w]) => k === l && isSameAttribute(v, w));
}
