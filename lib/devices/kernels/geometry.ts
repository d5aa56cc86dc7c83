import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { backend_util } from '@tensorflow/tfjs-core';
import { heapOf, withScratch } from './wasm-kernel';

/** A 2-D convolution or pooling in numbers, all in places (not bytes). */
export type ConvInfo = backend_util.Conv2DInfo;

export type Shape4D = [batch: number, height: number, width: number, channels: number];

const FIELDS = 15;

/** In the order of lib/devices/native/assembly/conv-geometry.ts. */
function fields(info: ConvInfo): number[] {
  return [
    info.batchSize,
    info.inHeight,
    info.inWidth,
    info.inChannels,
    info.outHeight,
    info.outWidth,
    info.outChannels,
    info.filterHeight,
    info.filterWidth,
    info.strideHeight,
    info.strideWidth,
    info.dilationHeight,
    info.dilationWidth,
    info.padInfo.top,
    info.padInfo.left,
  ];
}

/** Writes the geometry into the backend's memory while `use` runs on its address. */
export function withGeometry<T>(
  backend: BackendWasm,
  info: ConvInfo,
  use: (geometry: number) => T,
): T {
  return withScratch(backend, FIELDS * 4, (address) => {
    new Int32Array(heapOf(backend).HEAPU8.buffer, address, FIELDS).set(fields(info));
    return use(address);
  });
}

/** @throws {Error} where channels come first, which the WASM backend does not compute. */
export function assertChannelsLast(kernel: string, info: ConvInfo): void {
  if (info.dataFormat !== 'channelsLast')
    throw new Error(
      `${kernel} on WASM takes images as [batch, height, width, channels] (NHWC). Transpose them, or pick another device.`,
    );
}
