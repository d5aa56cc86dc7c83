import { brotliCompressSync, constants } from 'node:zlib';

/** How many bytes the build sends of a file. @param {Uint8Array | string} file */
export function brotliSize(file) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return brotliCompressSync(file, { params }).length;
}
