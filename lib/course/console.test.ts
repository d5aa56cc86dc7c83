import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import type { Output } from '@/lib/protocol';
import { consoleFor } from './console';
import { fakeHost } from './testing/fake-host';
import * as tf from './tf';

/** What the calls print: each line as its level and its texts. */
async function printed(use: (console: Console) => void, now?: () => number) {
  const host = fakeHost();
  use(consoleFor(host, now));
  return (await host.outputs()).map(line);
}

function line(output: Output): string[] {
  if (output.kind !== 'console') return [output.kind];
  return [output.level, ...output.parts.map((part) => ('text' in part ? part.text : part.type))];
}

describe('console', () => {
  it('prints each level, text as it is and values as trees', async () => {
    const lines = await printed((console) => {
      console.log('loss', 0.5, { a: 1 });
      console.info('i');
      console.warn('w');
      console.error(new Error('no'));
      console.debug();
    });
    expect(lines).toEqual([
      ['log', 'loss', '0.5', 'object'],
      ['info', 'i'],
      ['warn', 'w'],
      ['error', 'error'],
      ['debug'],
    ]);
  });

  it('leaves out what TensorFlow.js warns of although nothing is wrong', async () => {
    const lines = await printed((console) => {
      const slow =
        'Orthogonal initializer is being called on a matrix with more than 2000 (4096) elements: Slowness may result.';
      console.warn(slow);
      console.log(slow);
    });
    expect(lines).toHaveLength(1);
  });

  it('fills in specifiers as the Console Standard has it', async () => {
    const lines = await printed((console) => {
      console.log('%s is %d of %i, %f%%', 'x', 3.9, '7 pieces', '0.25', 'rest');
      console.log('%cstyled%c', 'color: red', '');
      console.log('a %o b', [1], 2);
      console.log('100%', 5);
      console.log('%d and %s', 1);
      console.log('%s');
      console.log('%d', 'no number');
    });
    expect(lines).toEqual([
      ['log', 'x is 3 of 7, 0.25%', 'rest'],
      ['log', 'styled'],
      ['log', 'a ', 'object', ' b', '2'],
      ['log', '100%', '5'],
      ['log', '1 and %s'],
      ['log', '%s'],
      ['log', 'NaN'],
    ]);
  });

  it('asserts, counts, times and indents', async () => {
    let clock = 0;
    const lines = await printed(
      (console) => {
        console.assert(true, 'not shown');
        console.assert(1 > 2, 'sums');
        console.count();
        console.count();
        console.countReset();
        console.count();
        console.time('fit');
        clock = 12.34;
        console.timeEnd('fit');
        console.timeEnd('fit');
        console.group('outer');
        console.log('inner');
        console.groupEnd();
        console.groupEnd();
        console.log('back');
      },
      () => clock,
    );
    expect(lines).toEqual([
      ['error', 'Assertion failed:', 'sums'],
      ['log', 'default: 1'],
      ['log', 'default: 2'],
      ['log', 'default: 1'],
      ['log', 'fit: 12.3 ms'],
      ['warn', 'There is no timer “fit”.'],
      ['log', 'outer'],
      ['log', '  ', 'inner'],
      ['log', 'back'],
    ]);
  });

  it('draws tables', async () => {
    const host = fakeHost();
    const console = consoleFor(host);
    console.table([{ a: 1 }, { a: 2, b: 'x' }]);
    console.table({ first: { a: 1 }, second: 2 });
    console.table('text');
    const tensor = tf.scalar(1);
    console.table(tensor);
    tensor.dispose();
    const [rows, keyed, text, last] = await host.outputs();
    expect(rows).toMatchObject({
      columns: ['a', 'b'],
      rows: [
        [1, null],
        [2, 'x'],
      ],
    });
    expect(keyed).toMatchObject({
      columns: ['index', 'a', 'value'],
      rows: [
        ['first', 1, null],
        ['second', null, 2],
      ],
    });
    expect(text).toMatchObject({ kind: 'console' });
    expect(last).toMatchObject({ kind: 'console', parts: [{ type: 'tensor' }] });
  });

  it('begins each run without the groups, counts and timers of the last', async () => {
    const host = fakeHost();
    const console = consoleFor(host);
    console.group('open');
    console.count('steps');
    console.time('epoch');
    host.nextRun();
    console.count('steps');
    console.timeEnd('epoch');
    const lines = (await host.outputs()).map(line);
    expect(lines.slice(-2)).toEqual([
      ['log', 'steps: 1'],
      ['warn', 'There is no timer “epoch”.'],
    ]);
  });
});
