import { describe, expect, it } from 'vitest';
import type { DeviceReport } from '@/lib/protocol';
import { candidates } from './choose';

const all: DeviceReport[] = [
  { device: 'webgpu', available: true, detail: 'x' },
  { device: 'webgl', available: true, detail: 'x' },
  { device: 'wasm', available: true, detail: 'x' },
  { device: 'cpu', available: true, detail: 'x' },
];
const without = (device: string) =>
  all.map((report) =>
    report.device === device ? { ...report, available: false, detail: 'no adapter' } : report,
  );

describe('candidates', () => {
  it('prefers WebAssembly when the reader leaves the choice to the runtime', () => {
    expect(candidates('auto', all).map((candidate) => candidate.device)).toEqual([
      'wasm',
      'webgpu',
      'webgl',
      'cpu',
    ]);
  });

  it('puts what the reader chose first and keeps the rest as fall-backs', () => {
    const [first, second] = candidates('webgl', all);
    expect(first).toMatchObject({ device: 'webgl', fellBack: false });
    expect(second).toMatchObject({ device: 'wasm', fellBack: true });
    expect(second?.reason).toBe('WebGL could not be started, so this runs on WebAssembly.');
  });

  it('says why a device that the reader chose is not there', () => {
    expect(candidates('webgpu', without('webgpu'))[0]).toEqual({
      device: 'wasm',
      reason: 'WebGPU is not available: no adapter, so this runs on WebAssembly.',
      fellBack: true,
    });
  });

  it('always ends with the cpu', () => {
    const none = all.map((report) => ({ ...report, available: false }));
    expect(candidates('auto', none).map((candidate) => candidate.device)).toEqual(['cpu']);
  });
});
