import { convnetReader } from '../convnet-data';
import { featureMapsReader } from '../feature-maps';
import { filtersReader, filtersTitle } from '../filters';
import { mapSoon } from '../soon';
import type { RecorderFactory } from './recorder';

/** The filters of a layer. */
export const recordFilters: RecorderFactory = ({ options: { filters }, figure }) => {
  if (filters === undefined) return null;
  const read = filtersReader(filters, {}, 'watch: filters');
  const own = figure('images', filtersTitle(filters));
  return { open: own.open, read: (step) => mapSoon(read(), (data) => own.add(step, data)) };
};

/** What a layer makes of an image. */
export const recordFeatureMaps: RecorderFactory = ({ model, options: { featureMaps }, figure }) => {
  if (featureMaps === undefined) return null;
  const { image, ...options } = featureMaps;
  const read = featureMapsReader(model, image, options, 'watch: featureMaps');
  const own = figure('images', 'Feature maps');
  return { open: own.open, read: (step) => mapSoon(read(), (data) => own.add(step, data)) };
};

/** A convolutional network for an image. */
export const recordConvnet: RecorderFactory = ({ model, options: { convnet }, figure }) => {
  if (convnet === undefined) return null;
  const { image, ...options } = convnet;
  const read = convnetReader(model, image, options, 'watch: convnet');
  const own = figure('convnet', 'Convolutional network');
  return { open: own.open, read: (step) => mapSoon(read(), (data) => own.add(step, data)) };
};
