import type { CursorOf } from '../figure-module';

export type SurfaceCursor = CursorOf<'surface'>;
export type UnitCursor = Extract<SurfaceCursor, { part: 'unit' }>;

export const unitAt = (layer: number, unit: number, from: number | null = null): UnitCursor => ({
  kind: 'surface',
  part: 'unit',
  layer,
  unit,
  from,
});

export const planeAt = ([x, y]: readonly [number, number]): SurfaceCursor => ({
  kind: 'surface',
  part: 'plane',
  x,
  y,
});
