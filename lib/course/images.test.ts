import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { createData } from './data';
import { fakeHost } from './testing/fake-host';
import { expectNoLeaks } from './testing/no-leaks';
import * as tf from './tf';

const countsOf = (labels: number[]) =>
  Array.from({ length: 10 }, (_, label) => labels.filter((one) => one === label).length);

/** The data sets, and which files were asked for. */
function listening() {
  const host = fakeHost();
  const paths: string[] = [];
  const data = createData({
    progress: host.progress,
    fetchData(path, received) {
      paths.push(path);
      return host.fetchData(path, received);
    },
  });
  return { data, paths, host };
}

describe('data.mnist', () => {
  it('gives as many digits as asked for, with the labels of the original files', async () => {
    const { train, test, classes } = await createData(fakeHost()).mnist({ train: 20, test: 6 });
    expect(train.x.shape).toEqual([20, 28, 28, 1]);
    expect(train.length).toBe(20);
    expect(train.labels.slice(0, 10)).toEqual([5, 0, 4, 1, 9, 2, 1, 3, 1, 4]);
    // Every fifth of the published test labels: 7 2 1 0 4 1 4 9 5 9 0 6 9 0 1 5 9 7 3 4 9 6 6 5 4 0 ...
    expect(test.labels).toEqual([7, 1, 0, 5, 9, 0]);
    expect(test.y.argMax(1).arraySync()).toEqual(test.labels);
    expect(test.y.sum().arraySync()).toBe(6);
    expect(classes).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
  });

  it('has the pixels of the first training digit, in 16 levels', async () => {
    const { train } = await createData(fakeHost()).mnist({ train: 1, test: 0 });
    // Row 5 of the original, columns 12 to 23, of 255; 17 are one level.
    const original = [3, 18, 18, 18, 126, 136, 175, 26, 166, 255, 247, 127];
    const row = train.x.slice([0, 5, 12, 0], [1, 1, 12, 1]).dataSync();
    expect([...row].map((value) => Math.round(value * 15))).toEqual(
      original.map((value) => Math.round(value / 17)),
    );
    expect(train.x.max().arraySync()).toBe(1);
  });

  it('holds the whole test set, and training digits as light as all are', async () => {
    const { train, test } = await createData(fakeHost()).mnist({ train: 12_000, test: 10_000 });
    expect(countsOf(test.labels)).toEqual([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]);
    expect(Math.min(...countsOf(train.labels))).toBeGreaterThan(1000);
    // Mean and standard deviation that are published for the 60,000.
    const { mean, variance } = tf.moments(train.x);
    expect(mean.arraySync()).toBeCloseTo(0.1307, 2);
    expect(Math.sqrt(variance.arraySync() as number)).toBeCloseTo(0.3081, 2);
    tf.dispose([train, test, mean, variance]);
  });

  it('fetches only what is asked for, once, and tells how far it is', async () => {
    const { data, paths, host } = listening();
    await expectNoLeaks(async () => {
      const first = await data.mnist({ train: 0, test: 3 });
      expect(first.train.x.shape).toEqual([0, 28, 28, 1]);
      const second = await data.mnist({ train: 0, test: 3 });
      expect(second.test.x).not.toBe(first.test.x);
      tf.dispose([first, second]);
    });
    expect(paths).toEqual(['mnist/test.bin']);
    const told = host.progressed[0];
    expect(told).toMatchObject({ label: 'MB', task: 'loading MNIST' });
    expect(told?.done).toBeCloseTo(0.943, 3);
    // It is taken back, since the cell may go on to train.
    expect(host.progressed.at(-1)).toBeNull();
  });

  it('says what it takes', async () => {
    const { mnist } = createData(fakeHost());
    await expect(mnist({ tset: 5 } as never)).rejects.toThrow(
      'data.mnist has no option “tset”. Its options: train, test.',
    );
    await expect(mnist({ train: 60_000 })).rejects.toThrow(
      'data.mnist: train is how many images you want, a whole number from 0 to 12,000, but got 60000.',
    );
    await expect(mnist({ test: 0.5 })).rejects.toThrow('from 0 to 10,000, but got 0.5');
    await expect(mnist(100 as never)).rejects.toThrow('as in data.mnist({ train: 100 })');
  });
});

describe('data.emoji', () => {
  it('has all 1,911 in ten categories, in one order for both designers', async () => {
    const { google, twitter, classes } = await createData(fakeHost()).emoji({ google: 40 });
    expect(google.x.shape).toEqual([40, 64, 64, 3]);
    expect(twitter.x.shape).toEqual([1911, 64, 64, 3]);
    expect(classes[0]).toBe('smileys');
    // The package's own counts; of its 386 people, 61 are hands and parts of the body; 224 symbols and 5 swatches.
    expect(countsOf(twitter.labels)).toEqual([169, 325, 61, 159, 131, 218, 85, 264, 229, 270]);
    expect(google.names).toEqual(twitter.names.slice(0, 40));
    expect(google.labels).toEqual(twitter.labels.slice(0, 40));
    expect(new Set(google.labels).size).toBeGreaterThan(7);
    tf.dispose([google, twitter]);
  });

  it('shows what the names say, on white', async () => {
    const { google, twitter, classes } = await createData(fakeHost()).emoji();
    const japan = twitter.names.indexOf('Japan Flag');
    expect(classes[twitter.labels[japan] as number]).toBe('flags');
    expect(twitter.characters[japan]).toBe('🇯🇵');
    for (const { x } of [google, twitter]) {
      const at = (row: number, column: number) => [
        ...x.slice([japan, row, column, 0], [1, 1, 1, 3]).dataSync(),
      ];
      const [red = 0, green = 1, blue = 1] = at(32, 32);
      expect(red).toBeGreaterThan(0.7);
      expect(Math.max(green, blue)).toBeLessThan(0.35);
      expect(Math.min(...at(0, 0))).toBe(1);
    }
    tf.dispose([google, twitter]);
  });

  it('gives images apart from those of another call, and says what it takes', async () => {
    const { emoji } = createData(fakeHost());
    await expect(emoji({ apple: 3 } as never)).rejects.toThrow('Its options: google, twitter.');
    await expectNoLeaks(async () => {
      const { google, twitter } = await emoji({ google: 2, twitter: 0 });
      expect(twitter.x.shape).toEqual([0, 64, 64, 3]);
      tf.dispose([google, twitter]);
    });
  });
});

describe('data.photograph', () => {
  it('is the picture that was published, in grey and smaller', async () => {
    const photo = await createData(fakeHost()).photograph();
    expect(photo.shape).toEqual([1, 128, 128, 1]);
    expect(photo.min().arraySync()).toBeGreaterThanOrEqual(0);
    expect(photo.max().arraySync()).toBeLessThanOrEqual(1);
    // ImageMagick's means of the original: convert image.jpg -crop 800x800+5+20 -grayscale Rec601Luma -format
    // '%[fx:mean]' info:, and so for each quarter of that square, 400x400+5+20 and so on.
    expect(photo.mean().arraySync()).toBeCloseTo(0.66414, 4);
    const quarter = (row: number, column: number) =>
      photo.slice([0, row, column, 0], [1, 64, 64, 1]).mean().arraySync();
    expect(quarter(0, 0)).toBeCloseTo(0.593213, 3);
    expect(quarter(0, 64)).toBeCloseTo(0.555164, 3);
    expect(quarter(64, 0)).toBeCloseTo(0.821475, 3);
    expect(quarter(64, 64)).toBeCloseTo(0.686709, 3);
  });

  it('is fetched once, and each call has a tensor of its own', async () => {
    const { data, paths } = listening();
    await expectNoLeaks(async () => {
      const [first, second] = [await data.photograph(), await data.photograph()];
      first.dispose();
      expect(second.isDisposed).toBe(false);
      second.dispose();
    });
    expect(paths).toEqual(['photograph/allium.bin']);
  });
});
