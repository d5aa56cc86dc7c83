import { isAllDense } from '../dense-chain';
import { isDrawable, networkReader, type NetworkReader } from '../network-data';
import { mapSoon } from '../soon';
import type { RecorderFactory, RecorderParts } from './recorder';

/** Beyond this many weights a network is only drawn when the reader asks for it. */
const DRAWN_UNASKED = 20_000;

/** The weights of dense layers. */
export const recordNetwork: RecorderFactory = (parts) => {
  const reader = readerFor(parts);
  if (reader === null) return null;
  const figure = parts.figure('network', 'Network', reader.note);
  return {
    open: figure.open,
    read: (step) => mapSoon(reader.read(), (data) => figure.add(step, data)),
  };
};

function readerFor({ model, options }: RecorderParts): NetworkReader | null {
  if (options.network === false) return null;
  if (options.network === true) return networkReader(model, options, 'watch');
  // A surface shows the weights of a small network as well.
  if (options.surface) return null;
  if (!isAllDense(model) || model.weights.length === 0) return null;
  return isDrawable(model, DRAWN_UNASKED) ? networkReader(model, options, 'watch') : null;
}
