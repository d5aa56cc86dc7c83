import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url } from './base64url';
import { decodeShare } from './decode-share';
import { deflate, inflate, inSlices } from './deflate';

type Bytes = Uint8Array<ArrayBuffer>;

const bytes = (source: Uint8Array): Bytes => new Uint8Array(source);

/** The slices of a source, and how many bytes of it were taken. */
function counted(source: Bytes) {
  const count = { taken: 0 };
  function* slices() {
    for (const slice of inSlices(source)) {
      count.taken += slice.length;
      yield slice;
    }
  }
  return { slices: slices(), count };
}

describe('deflate', () => {
  it('is what zlib reads, and reads what zlib writes', async () => {
    const text = bytes(Buffer.from('weights and biases, '.repeat(500)));
    expect(bytes(inflateRawSync(await deflate(text)))).toEqual(text);
    expect(await inflate(inSlices(bytes(deflateRawSync(text))), text.length)).toEqual(text);
    expect(await inflate(inSlices(bytes(deflateRawSync(text))), text.length - 1)).toBeNull();
  });

  it('stops unpacking a bomb soon after the cap', async () => {
    const bomb = bytes(deflateRawSync(Buffer.alloc(100_000_000), { level: 9 }));
    expect(bomb.length).toBeGreaterThan(90_000);
    const { slices, count } = counted(bomb);
    expect(await inflate(slices, 2_000_000)).toBeNull();
    // Two slices of 1,024 bytes hold the two megabytes; a browser takes few more, Node fills a buffer of 16 KB first.
    expect(count.taken).toBeLessThan(40 * 1_024);
    await expect(decodeShare(`#code=v1.${toBase64Url(bomb)}`)).rejects.toThrow('unpacks to more');
  }, 30_000);

  it('rejects what ends too early', async () => {
    const whole = bytes(deflateRawSync(Buffer.from('weights and biases')));
    await expect(inflate(inSlices(whole.slice(0, -3)), 1_000)).rejects.toThrow();
    await expect(inflate(inSlices(new Uint8Array(0)), 1_000)).rejects.toThrow();
  });
});

describe('base64url', () => {
  it('has the test vectors of RFC 4648, without padding', () => {
    const vectors = ['', 'Zg', 'Zm8', 'Zm9v', 'Zm9vYg', 'Zm9vYmE', 'Zm9vYmFy'];
    const encoded = vectors.map((_, length) => toBase64Url(Buffer.from('foobar'.slice(0, length))));
    expect(encoded).toEqual(vectors);
    expect(toBase64Url(Uint8Array.of(0xfb, 0xff, 0xfe))).toBe('-__-');
    expect(fromBase64Url('-__-')).toEqual(Uint8Array.of(0xfb, 0xff, 0xfe));
  });

  it('is not read from anything else', () => {
    expect(['a', 'ab=', 'a+b/', 'a b', 'é', 'ab\n'].map(fromBase64Url)).toEqual(
      Array(6).fill(null),
    );
  });
});
