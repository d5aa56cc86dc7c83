import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { isWorkerToPage, LIMITS } from '@/lib/protocol';
import { looseTensors, memoryReport } from './tensor-report';
import { watchTensors, type TensorWatch } from './tensor-watch';
import * as tf from './tf';

const report = (watch: TensorWatch, held: readonly unknown[]) =>
  memoryReport(looseTensors(watch, held, () => null));

const leakedBy = async (body: () => unknown, held: (made: never) => unknown[] = () => []) => {
  const watch = watchTensors();
  const made = await body();
  watch.end();
  return { made, ...report(watch, held(made as never)) };
};

describe('memoryReport', () => {
  it('groups what was made and left by shape and dtype, most first', async () => {
    const { leaked, tensors, bytes, made } = await leakedBy(() => [
      tf.zeros([2, 3]),
      tf.ones([2, 3]),
      tf.zeros([2, 3], 'int32'),
      tf.scalar(1),
    ]);
    expect(leaked[0]).toEqual({ shape: [2, 3], dtype: 'float32', count: 2 });
    expect(leaked.slice(1)).toContainEqual({ shape: [2, 3], dtype: 'int32', count: 1 });
    expect(leaked.slice(1)).toContainEqual({ shape: [], dtype: 'float32', count: 1 });
    expect(leaked).toHaveLength(3);
    expect([tensors, bytes]).toEqual([tf.memory().numTensors, tf.memory().numBytes]);
    tf.dispose(made as never);
  });

  it('tells 100 kinds apart at most, and counts the rest', async () => {
    const { made, ...report } = await leakedBy(() => [
      ...Array.from({ length: 130 }, (_, at) => tf.zeros([at + 1])),
      tf.zeros([130]),
      tf.zeros(new Array<number>(40).fill(1)),
    ]);
    expect(report.leaked).toHaveLength(LIMITS.leakedKinds);
    expect(report.leaked[0]).toEqual({ shape: [130], dtype: 'float32', count: 2 });
    // 132 tensors, 101 of them in the kinds that are told.
    expect(report.others).toBe(31);
    const outcome = { status: 'done', ms: 1, device: 'cpu', memory: report, mutations: [] };
    expect(isWorkerToPage({ type: 'finished', run: 1, outcome })).toBe(true);
    tf.dispose(made as never);
  });

  it('notes where the first tensor of a worker comes from, before there was any scope', () => {
    const { state } = tf.engine() as unknown as { state: { activeScope?: object | null } };
    delete state.activeScope;
    const watch = watchTensors();
    const first = tf.zeros([2]);
    watch.end();
    expect(watch.stacksOf(first)).toEqual([expect.stringContaining('tensor-report.test')]);
    first.dispose();
  });

  it('does not count what was disposed, tidied, or made before', async () => {
    const before = tf.scalar(1);
    const { leaked } = await leakedBy(() => {
      tf.scalar(2).dispose();
      tf.tidy(() => {
        tf.square(before);
      });
      tf.add(before, 1).dispose();
    });
    expect(leaked).toEqual([]);
    before.dispose();
  });

  it('sees tensors made between awaits, and those that tidy hands out', async () => {
    const { leaked, made } = await leakedBy(async () => {
      const first = tf.scalar(1);
      await first.data();
      return [first, tf.tidy(() => tf.square(first)), first.clone()];
    });
    expect(leaked).toEqual([{ shape: [], dtype: 'float32', count: 3 }]);
    tf.dispose(made as never);
  });

  it('does not count what the cells’ values hold, however deep', async () => {
    class Holder {
      inner = { map: new Map([['a', [tf.scalar(1)]]]), set: new Set([tf.scalar(2)]) };
    }
    const { leaked, made } = await leakedBy(
      () => {
        const holder = new Holder() as Holder & { self?: unknown };
        holder.self = holder;
        const withGetter = {
          get expensive() {
            throw new Error('getters must not be called');
          },
          tensor: tf.scalar(3),
        };
        return { values: [holder, withGetter, 5, null, 'x'], lost: tf.zeros([7]) };
      },
      (made: { values: unknown[] }) => made.values,
    );
    expect(leaked).toEqual([{ shape: [7], dtype: 'float32', count: 1 }]);
    const { values, lost } = made as { values: [Holder, { tensor: tf.Tensor }]; lost: tf.Tensor };
    tf.dispose([lost, values[1].tensor, ...values[0].inner.map.get('a')!, ...values[0].inner.set]);
  });

  it('does not count variables, of models and optimizers', async () => {
    const { leaked, made } = await leakedBy(async () => {
      const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
      model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
      const [xs, ys] = [tf.zeros([4, 1]), tf.zeros([4, 1])];
      await model.fit(xs, ys, { epochs: 2, yieldEvery: 'never' });
      tf.dispose([xs, ys]);
      return model;
    });
    expect(leaked).toEqual([]);
    (made as tf.Sequential).dispose();
  });

  it('survives values that can’t be looked into', async () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const { leaked, made } = await leakedBy(
      () => tf.scalar(1),
      (tensor) => [proxy, tensor],
    );
    expect(leaked).toEqual([]);
    tf.dispose(made as never);
  });

  it('tells of the newer of two watches, and of none after its end', async () => {
    const first = watchTensors();
    const second = watchTensors();
    const tensor = tf.scalar(1);
    expect(report(first, []).leaked).toEqual([]);
    expect(report(second, []).leaked).toHaveLength(1);
    second.end();
    const later = tf.zeros([2]);
    expect(report(second, []).leaked).toHaveLength(1);
    tf.dispose([tensor, later]);
  });

  it('tells lines apart, and gives tensors whose stack was not noted the line of their kind', () => {
    const watch = watchTensors();
    const made = [0, 1].map(() => Array.from({ length: 1_000 }, () => tf.zeros([2])));
    const others = Array.from({ length: 5 }, () => tf.zeros([3]));
    watch.end();
    const noted = made.flat().filter((tensor) => watch.stacksOf(tensor).length > 0);
    expect(noted.length).toBeGreaterThan(64);
    expect(noted.length).toBeLessThan(100);
    const loose = looseTensors(watch, [], () => ({ line: 7, mayBeKept: false }));
    expect(memoryReport(loose).leaked[0]).toEqual({
      ...{ shape: [2], dtype: 'float32', count: 2_000, line: 7 },
    });
    let calls = 0;
    const lines = looseTensors(watch, [], () => ({ line: (calls++ % 2) + 1, mayBeKept: false }));
    const kinds = memoryReport(lines).leaked.filter(({ shape }) => shape[0] === 2);
    expect(kinds.map(({ line }) => line)).toEqual([undefined, 1, 2]);
    tf.dispose([...made.flat(), ...others]);
  });
});
