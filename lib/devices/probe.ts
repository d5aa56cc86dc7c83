import type { DeviceReport } from '@/lib/protocol';

const ADAPTER_WITHIN_MS = 2_000;
const SOFTWARE = 'a software renderer';

/** Whether what draws there is the processor itself, as on a machine without a graphics card. */
export function isSoftware({ detail }: DeviceReport): boolean {
  return detail.endsWith(SOFTWARE);
}

/** The devices that can be told at once. The graphics ones take tens of milliseconds to ask: see `probeGraphics`. */
export function probeProcessors(): DeviceReport[] {
  return [probeWasm(), { device: 'cpu', available: true, detail: 'plain JavaScript' }];
}

/** Asks this worker for WebGPU and WebGL, without loading either backend. */
export async function probeGraphics(): Promise<DeviceReport[]> {
  return [await probeWebgpu(), probeWebgl()];
}

async function probeWebgpu(): Promise<DeviceReport> {
  const report = (available: boolean, detail: string): DeviceReport => ({
    device: 'webgpu',
    available,
    detail,
  });
  if (typeof navigator === 'undefined' || !('gpu' in navigator)) {
    return report(false, 'this browser does not offer WebGPU here');
  }
  try {
    const adapter = await Promise.race([navigator.gpu.requestAdapter(), patience()]);
    if (adapter === null) return report(false, 'no graphics adapter answers');
    return report(true, describeAdapter(adapter.info));
  } catch (error) {
    return report(false, `the graphics adapter failed: ${messageOf(error)}`);
  }
}

/** Some drivers never answer; the reader's runs wait behind the question. */
function patience(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ADAPTER_WITHIN_MS));
}

function describeAdapter(info: GPUAdapterInfo): string {
  const name = [info.vendor, info.architecture].filter((part) => part !== '').join(' ');
  return /swiftshader|llvmpipe/i.test(`${name} ${info.description}`)
    ? `${name}, ${SOFTWARE}`
    : name || 'a graphics adapter';
}

function probeWebgl(): DeviceReport {
  const report = (available: boolean, detail: string): DeviceReport => ({
    device: 'webgl',
    available,
    detail,
  });
  if (typeof OffscreenCanvas === 'undefined') return report(false, 'workers have no canvas here');
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (gl === null) return report(false, 'this browser gives no WebGL 2 context');
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer: unknown = info
    ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL)
    : gl.getParameter(gl.RENDERER);
  // A worker keeps at most four contexts; this one was only for asking.
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return report(true, describeRenderer(String(renderer)));
}

function describeRenderer(renderer: string): string {
  return /swiftshader|llvmpipe|software|basic render/i.test(renderer) ? SOFTWARE : renderer;
}

/** The bytes of a module with one SIMD instruction (`i32x4.splat`), as https://webassembly.org/features does it. */
const SIMD_MODULE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15,
  253, 98, 11,
]);

function probeWasm(): DeviceReport {
  if (typeof WebAssembly === 'undefined') {
    return {
      device: 'wasm',
      available: false,
      detail: 'this browser does not offer WebAssembly here',
    };
  }
  return {
    device: 'wasm',
    available: true,
    detail: WebAssembly.validate(SIMD_MODULE) ? 'SIMD' : 'no SIMD',
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
