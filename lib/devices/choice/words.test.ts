import { describe, expect, it } from 'vitest';
import type { Device, DeviceReport, StepOutcome, StepTime } from '@/lib/protocol';
import { reasonFor } from './reason';
import { measuredWords } from './words';

const time = (device: Device, ms: number, outcome: StepOutcome = 'measured'): StepTime => ({
  ...{ device, ms, outcome },
});
const WASM = time('wasm', 10);

describe('measuredWords', () => {
  it.each([
    ['10 ms a step', []],
    ['18x faster than WebGL', [time('webgl', 180)]],
    ['2.5x faster than WebGL', [time('webgl', 25)]],
    ['about as fast as WebGL', [time('webgl', 11)]],
    ['4.0x slower than WebGL', [time('webgl', 2.5)]],
    ['more than 20x faster than WebGPU', [time('webgpu', 200, 'at-least')]],
    ['3.0x faster than WebGPU', [time('webgl', 90), time('webgpu', 30)]],
    ['10 ms a step', [time('webgl', 400, 'unfinished'), time('webgpu', 1, 'failed')]],
  ])('are “%s”', (words, others) => {
    expect(measuredWords('wasm', [WASM, ...others])).toBe(words);
  });

  it('are none before anything was measured', () => {
    expect(measuredWords('wasm', [])).toBe('');
  });
});

describe('reasonFor', () => {
  const report = (detail: string): DeviceReport => ({ device: 'webgl', available: true, detail });
  const reason = (times: StepTime[], detail = 'a card', isPinned = false) =>
    reasonFor('wasm', [WASM, ...times], [report(detail)], isPinned);

  it('compares, or says why it can not', () => {
    expect(reason([time('webgl', 180)])).toBe('WebAssembly, 18x faster than WebGL for this model.');
    expect(reason([])).toMatch(/^WebAssembly: 10 ms a step for this model\. Trying a graphics/);
    expect(reason([], 'a software renderer')).toMatch(/There is no graphics card here to try/);
    expect(reason([time('webgl', 1, 'failed')])).toMatch(/WebGL could not do it\.$/);
    expect(reason([time('webgl', 350, 'unfinished')])).toMatch(/after 350 ms, so it was given up/);
  });

  it('says that the reader chose', () => {
    expect(reason([], 'a card', true)).toBe(
      'Chosen by you. WebAssembly: 10 ms a step for this model.',
    );
  });
});
