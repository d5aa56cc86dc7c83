import { describe, expect, it } from 'vitest';
import { DEVICES } from '@/lib/protocol';
import { deviceOptions } from './device-words';
import { initialSnapshot } from './initial-snapshot';
import { announcement, progressWords, stateWord } from './state-words';

const { cells } = initialSnapshot(
  ['load', 'split', 'train'].map((id) => ({ id, title: `The ${id}`, code: '' })),
);

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
