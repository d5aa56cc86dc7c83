import { float32, isCount, shape, type Check } from '../check';

/** Numbers in rows, `[height, width]`. */
export type PlaneData = { height: number; width: number; values: Float32Array };

const planeShape = shape<PlaneData>({ height: isCount, width: isCount, values: float32 });

export const isPlaneData: Check<PlaneData> = (value): value is PlaneData =>
  planeShape(value) && value.values.length === value.height * value.width;

/** Larger ones leave no room to see a cell. */
export const isSmallPlane = (most: number): Check<PlaneData> =>
  ((value: unknown) =>
    isPlaneData(value) &&
    Math.min(value.height, value.width) > 0 &&
    Math.max(value.height, value.width) <= most) as Check<PlaneData>;
