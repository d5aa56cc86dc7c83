/** The geometry of a convolution, as 32-bit integers one after another in memory; see `ConvGeometry` in lib/devices/kernels. */
@unmanaged
export class Geometry {
  batch: i32;
  inHeight: i32;
  inWidth: i32;
  inChannels: i32;
  outHeight: i32;
  outWidth: i32;
  outChannels: i32;
  filterHeight: i32;
  filterWidth: i32;
  strideHeight: i32;
  strideWidth: i32;
  dilationHeight: i32;
  dilationWidth: i32;
  padTop: i32;
  padLeft: i32;

  /** How many places of the input one place of the output sees, over all batches. */
  get places(): i32 {
    return this.batch * this.outHeight * this.outWidth;
  }

  /** Floats that one place of the output sees: [filterHeight, filterWidth, inChannels]. */
  get patch(): i32 {
    return this.filterHeight * this.filterWidth * this.inChannels;
  }
}
