import { isCount, listOf, shape, type Check } from '../check';
import { isName } from '../guard-text';
import { LIMITS } from '../limits';
import { isPixels, type Pixels } from './pixels';
import { isSmallPlane, type PlaneData } from './plane';

/** A picture, and kernels to begin with, the first of which is there at first. All kernels are of one size. */
export type KernelData = {
  picture: Pixels;
  kernels: { name: string; plane: PlaneData }[];
  /** Rows and columns of each kernel. */
  size: number;
};

const kernelShape = shape<KernelData>({
  picture: isPixels,
  kernels: listOf(
    shape<KernelData['kernels'][number]>({ name: isName, plane: isSmallPlane(LIMITS.kernelSide) }),
    LIMITS.options,
  ),
  size: isCount,
});

export const isKernelData: Check<KernelData> = (value): value is KernelData =>
  kernelShape(value) &&
  value.picture.count === 1 &&
  value.kernels.length > 0 &&
  value.kernels.every(({ plane }) => plane.height === value.size && plane.width === value.size);
