import { describe, expect, it } from 'vitest';
import { DEVICES, type DeviceStatus, type StepTime } from '@/lib/protocol';
import { briefWords } from './brief-words';
import { deviceAnnouncement } from './device-announcement';
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
    const loading = { done: 0.26, total: 2.1, label: 'MB', task: 'loading MNIST' };
    expect(stateWord('running', loading)).toBe('loading MNIST, 0.3 of 2.1 MB');
    const epochs = { done: 3, total: 12, label: 'epochs', secondsLeft: 40 };
    expect(stateWord('running', epochs)).toBe('running 3 of 12 epochs, at most 40 s left');
  });

  it('keeps a label that is plural, or of one', () => {
    expect(progressWords({ done: 1, total: 1, label: 'epoch' })).toBe('1 of 1 epoch');
    expect(progressWords({ done: 1, total: 9, label: 'batches' })).toBe('1 of 9 batches');
    expect(progressWords({ done: 1, total: 9, label: '' })).toBe('1 of 9');
    expect(progressWords({ done: 1, total: 2.1, label: 'MB' })).toBe('1.0 of 2.1 MB');
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

describe('deviceAnnouncement', () => {
  const status = (times: StepTime[]): DeviceStatus => ({
    device: 'wasm',
    ...{ reason: 'WebAssembly, 18x faster than WebGL.', fellBack: false },
    measured: { words: '18x faster than WebGL', times },
  });
  const wasm: StepTime = { device: 'wasm', ms: 1, outcome: 'measured' };

  it('speaks when devices were compared, and not of a step time alone', () => {
    expect(deviceAnnouncement(null)).toBe('');
    expect(deviceAnnouncement(status([wasm]))).toBe('');
    const compared = status([wasm, { device: 'webgl', ms: 18, outcome: 'measured' }]);
    expect(deviceAnnouncement(compared)).toBe('WebAssembly, 18x faster than WebGL.');
  });
});

describe('briefWords', () => {
  it.each([
    ['18x faster than WebGL', '18x faster'],
    ['more than 20x faster than WebGPU', 'more than 20x faster'],
    ['about as fast as WebGL', 'about as fast'],
    ['0.42 ms a step', '0.42 ms'],
    ['', ''],
  ])('of “%s” are “%s”, and nothing is lost', (words, brief) => {
    const [first, rest] = briefWords(words);
    expect(first).toBe(brief);
    expect(first + rest).toBe(words);
  });
});

describe('deviceOptions', () => {
  it('says how each device did on the last model', () => {
    const times: StepTime[] = [
      { device: 'webgpu', ms: 0, outcome: 'failed' },
      { device: 'webgl', ms: 812, outcome: 'unfinished' },
      { device: 'wasm', ms: 0.4213, outcome: 'measured' },
      { device: 'cpu', ms: 1_234, outcome: 'at-least' },
    ];
    expect(deviceOptions(DEVICES, [], times).map(({ measured }) => measured)).toEqual([
      '',
      'Could not train the model that was trained last.',
      'Not done with its first step of the model that was trained last after 812 ms.',
      '0.42 ms a step of the model that was trained last.',
      'More than 1.2 s a step of the model that was trained last.',
    ]);
  });

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
