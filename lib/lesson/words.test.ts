import { describe, expect, it } from 'vitest';
import type { CellSnapshot } from '@/lib/kernel/state';
import { DEVICES } from '@/lib/protocol';
import { deviceOptions } from './device-words';
import { initialSnapshot } from './initial-snapshot';
import { memoryWords } from './memory-words';
import { announcement, progressWords, stateDetail, stateWord } from './state-words';

const { cells } = initialSnapshot(
  ['load', 'split', 'train'].map((id) => ({ id, title: `The ${id}`, code: '' })),
);

function lesson(changes: Record<string, Partial<CellSnapshot>>): Record<string, CellSnapshot> {
  return Object.fromEntries(
    Object.entries(cells).map(([id, cell]) => [id, { ...cell, ...changes[id] }]),
  );
}

describe('stateWord', () => {
  it('says how far a running cell is', () => {
    expect(stateWord('running', { done: 12, total: 100, label: 'epoch' })).toBe(
      'running 12 of 100 epochs',
    );
    expect(stateWord('running', null)).toBe('running');
  });

  it('keeps a label that is plural, or of one', () => {
    expect(progressWords({ done: 1, total: 1, label: 'epoch' })).toBe('1 of 1 epoch');
    expect(progressWords({ done: 1, total: 9, label: 'batches' })).toBe('1 of 9 batches');
    expect(progressWords({ done: 1, total: 9, label: '' })).toBe('1 of 9');
  });
});

describe('stateDetail', () => {
  it('names the one cell that runs first', () => {
    const now = lesson({ load: { state: 'stale' }, split: { parents: ['load'] } });
    expect(stateDetail(now, 'split')).toBe('runs “The load” first');
  });

  it('counts ancestors once, however many ways lead to them, and only unready ones', () => {
    const parents = { split: { parents: ['load'] }, train: { parents: ['split', 'load'] } };
    expect(stateDetail(lesson(parents), 'train')).toBe('runs 2 cells before it');
    const ready = lesson({ ...parents, load: { state: 'done' } });
    expect(stateDetail(ready, 'train')).toBe('runs “The split” first');
  });

  it('asks for a stale cell to be run, and says nothing of a fresh one', () => {
    const now = lesson({ load: { state: 'stale' }, split: { state: 'done', parents: ['load'] } });
    expect(stateDetail(now, 'load')).toBe('run it again');
    expect(stateDetail(now, 'split')).toBe('');
  });

  it('ends on cells that read each other', () => {
    const loop = lesson({ load: { parents: ['split'] }, split: { parents: ['load'] } });
    expect(stateDetail(loop, 'load')).toBe('runs “The split” first');
  });
});

describe('announcement', () => {
  const cell = { ...cells['train']!, title: 'Train the network' };

  it('speaks once a run has ended, and not while it lasts', () => {
    expect(announcement({ ...cell, state: 'done', ms: 2_100 })).toBe(
      'Train the network: done in 2.1 s',
    );
    expect(announcement({ ...cell, state: 'stopped' })).toBe('Train the network: stopped');
    const error = { name: 'TypeError', message: 'no', stack: [] };
    expect(announcement({ ...cell, state: 'error', error })).toBe(
      'Train the network: failed, TypeError',
    );
    expect(announcement({ ...cell, state: 'running' })).toBe('');
  });
});

describe('memoryWords', () => {
  const leak = (count: number, shape: number[]) => ({ count, dtype: 'float32', shape });

  it('is silent when nothing leaked', () => {
    expect(memoryWords({ tensors: 12, bytes: 96, leaked: [] })).toBeNull();
  });

  it('names count, dtype and shape, and stops naming after three', () => {
    const few = memoryWords({ tensors: 9, bytes: 0, leaked: [leak(2, [4, 8]), leak(1, [])] });
    expect(few).toContain('left 3 tensors in memory: 2 of float32 [4, 8], 1 of float32 [].');
    const many = [1, 2, 3, 4].map((n) => leak(n, [n]));
    expect(memoryWords({ tensors: 9, bytes: 0, leaked: many })).toMatch(/10 tensors.*and others/);
    const uncounted = { tensors: 9, bytes: 0, leaked: [leak(2, [4])], others: 5 };
    expect(memoryWords(uncounted)).toMatch(/7 tensors in memory: 2 of float32 \[4\], and others\./);
  });
});

describe('deviceOptions', () => {
  it('offers every device, and knows nothing of them before the start', () => {
    const options = deviceOptions(DEVICES, []);
    expect(options.map((option) => option.choice)).toEqual(['auto', ...DEVICES]);
    expect(options[1]?.available).toBeNull();
  });

  it('says why a device can’t be had', () => {
    const report = { device: 'webgpu' as const, available: false, detail: 'No adapter.' };
    const option = deviceOptions(DEVICES, [report])[1];
    expect(option?.available).toBe(false);
    expect(option?.detail).toContain('No adapter.');
  });
});
