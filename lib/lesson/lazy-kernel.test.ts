import { describe, expect, it } from 'vitest';
import type { CellSpec, Kernel, KernelSnapshot, Keepsake } from '@/lib/kernel/state';
import type { Control } from '@/lib/protocol';
import { LazyKernel } from './lazy-kernel';
import { fakeKernel } from './testing/fake-kernel';

const CELLS: CellSpec[] = [
  { id: 'load', title: 'Load', code: 'a' },
  { id: 'train', title: 'Train', code: 'b', automatic: true },
];

const RATE: Control = {
  ...{ kind: 'slider', key: 'Rate', name: 'rate', label: 'Rate' },
  ...{ min: 0, max: 1, step: 0.1, scale: 'linear', value: 0.5 },
};

const KEPT: Keepsake = {
  code: 'a',
  outputs: [{ kind: 'control', control: RATE }],
  figures: {},
  error: null,
  ...{ ms: 5, device: 'cpu', memory: null, controls: {} },
};

/** A kernel that arrives when the test says so. */
function setUp() {
  const fake = fakeKernel(CELLS);
  let arrive = (_kernel: Kernel) => undefined as void;
  const lazy = new LazyKernel(CELLS, () => new Promise((resolve) => (arrive = resolve)));
  let told = 0;
  lazy.subscribe(() => (told += 1));
  return {
    ...{ lazy, calls: fake.calls, kernel: fake.kernel },
    told: () => told,
    arrive: async () => {
      lazy.prepare();
      arrive(fake.kernel);
      for (let i = 0; i < 5; i++) await Promise.resolve();
    },
  };
}

const states = ({ order, cells }: KernelSnapshot) => order.map((id) => cells[id]?.state);

describe('a kernel that is not there yet', () => {
  it('shows changes of the page, and hands them over in their order', async () => {
    const { lazy, calls, arrive } = setUp();
    lazy.insert({ id: 'new', title: 'New', code: 'c' }, 1);
    lazy.edit('new', 'd');
    lazy.edit('new', 'e');
    lazy.rename('new', 'Newer');
    lazy.move('new', 0);
    lazy.setOriginal('load', 'a2');
    lazy.reset('load');
    lazy.remove('train');
    const { order, cells } = lazy.getSnapshot();
    expect(order).toEqual(['new', 'load']);
    expect(cells['new']).toMatchObject({ title: 'Newer', code: 'e' });
    expect(cells['load']).toMatchObject({ original: 'a2', code: 'a2' });
    expect(cells['train']).toBeUndefined();
    await arrive();
    expect(calls).toEqual([
      'insert new 1',
      'edit new e',
      'rename new Newer',
      'move new 0',
      'original load a2',
      'edit load a2',
      'remove train',
      'prepare',
    ]);
  });

  it('takes no id twice', () => {
    const { lazy } = setUp();
    expect(() => lazy.insert({ id: 'load', title: '', code: '' }, 0)).toThrow('“load” already');
    expect(lazy.getSnapshot().order).toEqual(['load', 'train']);
  });

  it('tells the kernel of no edit that came to nothing', async () => {
    const { lazy, calls, arrive } = setUp();
    lazy.edit('load', 'x');
    lazy.edit('load', 'a');
    await arrive();
    expect(calls).toEqual(['prepare']);
  });

  it('shows what an earlier visit has left, whose controls can be moved', async () => {
    const { lazy, kernel, arrive } = setUp();
    lazy.setControl('load', 'Rate', 0.7);
    lazy.restore('load', KEPT, 'visit');
    expect(lazy.getSnapshot().cells['load']).toMatchObject({
      ...{ state: 'stale', because: { kind: 'before' }, restored: 'visit', code: 'a', ms: 5 },
      controls: {},
    });
    lazy.setControl('load', 'Rate', 0.7);
    lazy.setControl('load', 'Rate', 7);
    lazy.setControl('load', 'Speed', 0.7);
    expect(lazy.getSnapshot().cells['load']?.controls).toEqual({ Rate: 0.7 });
    await arrive();
    expect(kernel.getSnapshot().cells['load']).toMatchObject({
      restored: 'visit',
      controls: { Rate: 0.7 },
    });
  });

  it('knows what runs by itself from its author until the reader chooses', async () => {
    const { lazy, calls, arrive } = setUp();
    const automatic = () => lazy.getSnapshot().cells['train']?.automatic;
    expect(automatic()).toBe(true);
    lazy.setAutomatic('train', false);
    expect(automatic()).toBe(false);
    lazy.setAutomatic('train', null);
    expect(automatic()).toBe(true);
    lazy.watchVariables(true);
    expect(lazy.getSnapshot().variables).toEqual([]);
    await arrive();
    expect(calls).toEqual([
      'automatic train false',
      'automatic train ',
      'watch variables true',
      'prepare',
    ]);
  });

  it('loses no button', async () => {
    const { lazy, calls, arrive } = setUp();
    lazy.restore('load', KEPT, 'visit');
    lazy.runStale();
    expect(states(lazy.getSnapshot())).toEqual(['queued', 'idle']);
    lazy.runTo('train');
    expect(states(lazy.getSnapshot())).toEqual(['queued', 'queued']);
    lazy.trainOn('train');
    lazy.trainOn('train');
    expect(lazy.getSnapshot().status).toBe('starting');
    await arrive();
    expect(calls).toEqual(['restore load', 'run stale', 'run to train', 'train on train']);
  });

  it('goes back to what was there when it is stopped', async () => {
    const { lazy, calls, arrive } = setUp();
    lazy.restore('load', KEPT, 'visit');
    lazy.runAll();
    lazy.stop();
    const { cells, status } = lazy.getSnapshot();
    expect([cells['load']?.state, cells['train']?.state, status]).toEqual(['stale', 'idle', 'off']);
    expect(cells['load']?.because).toEqual({ kind: 'before' });
    lazy.restore('load', KEPT, 'deletion');
    expect(lazy.getSnapshot().cells['load']?.because).toEqual({ kind: 'deleted' });
    await arrive();
    expect(calls).toEqual(['restore load', 'restore load', 'prepare']);
  });

  it('forgets what was asked of a cell that goes, and loads nothing for nothing', async () => {
    const { lazy, calls, arrive } = setUp();
    lazy.runStale();
    expect(lazy.getSnapshot().status).toBe('off');
    lazy.run('train');
    lazy.remove('train');
    await arrive();
    expect(calls).toEqual(['remove train', 'prepare']);
  });

  it('is told of nothing that changes nothing, and passes on all once it is there', async () => {
    const { lazy, calls, told, arrive } = setUp();
    lazy.setControl('load', 'Rate', 0.7);
    lazy.move('none', 0);
    lazy.edit('none', 'x');
    lazy.watchVariables(false);
    expect(told()).toBe(0);
    await arrive();
    calls.length = 0;
    lazy.insert({ id: 'new', title: '', code: '' }, 0);
    lazy.runTo('load');
    lazy.remove('load');
    lazy.setAutomatic('train', true);
    expect(calls).toEqual(['insert new 0', 'run to load', 'remove load', 'automatic train true']);
  });
});
