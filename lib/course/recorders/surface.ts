import { mapSoon } from '../soon';
import { surfaceReader } from '../surface-data';
import type { RecorderFactory } from './recorder';

/** The model's answers over a plane. */
export const recordSurface: RecorderFactory = ({ model, options: { surface }, figure }) => {
  if (surface === undefined || surface === false) return null;
  const options = surface === true ? {} : surface;
  const reader = surfaceReader(model, options, 'watch', true);
  const own = figure('surface', options.title ?? 'Answers over the plane', options.caption);
  return {
    open: own.open,
    read: (step) => mapSoon(reader.read(), (data) => own.add(step, data)),
  };
};
