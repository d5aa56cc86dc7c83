import { formatSigned, joinWords } from '../format';
import { BIAS, trainedAt, type WeightEdit } from './weight-edit';
import type { NamedLayers } from './weight-settings';

/** "the weight from age to unit 1 at +0.800 instead of +0.125", and so for each. */
export function editWords(network: NamedLayers, edits: readonly WeightEdit[]): string {
  return joinWords(edits.map((edit) => oneEdit(network, edit)));
}

function oneEdit({ layers, nameOf }: NamedLayers, { place, value }: WeightEdit): string {
  const unit = nameOf(place.layer, place.unit);
  const what =
    place.from === BIAS
      ? `the bias of ${unit}`
      : `the weight from ${nameOf(place.layer - 1, place.from)} to ${unit}`;
  const trained = trainedAt(layers, place) ?? NaN;
  return `${what} at ${formatSigned(value)} instead of ${formatSigned(trained)}`;
}
