import { histogramsReader } from '../histograms-data';
import { mapSoon } from '../soon';
import type { RecorderFactory } from './recorder';

/** Activations, gradients and weights of each layer, counted by size. */
export const recordHistograms: RecorderFactory = ({ model, options: { histograms }, figure }) => {
  if (histograms === undefined) return null;
  const reader = histogramsReader(model, histograms, 'watch: histograms');
  const live = figure('histograms', 'Layers');
  return {
    open: live.open,
    read: (step) => mapSoon(reader.read(), (data) => live.add(step, data)),
  };
};
