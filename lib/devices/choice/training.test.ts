import { expect, it, vi } from 'vitest';
import { Training } from './training';

it('asks for no other device while its first steps are slow because their code is new', () => {
  let now = 0;
  const considers = vi.fn<(stepMs: number) => boolean>(() => false);
  const host = { considers, tries: vi.fn(), settled: vi.fn(), leaves: vi.fn(), now: () => now };
  const training = new Training(host, 1_000, 'wasm', 'wasm');
  for (let step = 0; step < 1_000; step++) {
    now += step < 5 ? 30 : 0.25;
    expect(training.batchDone(1)).toBeNull();
  }
  expect(considers).toHaveBeenCalled();
  // Four slow steps and 320 quick ones: 200 ms.
  for (const [stepMs] of considers.mock.calls) expect(stepMs).toBeLessThan(0.7);
});
