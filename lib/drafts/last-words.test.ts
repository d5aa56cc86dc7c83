import { expect, it } from 'vitest';
import type { Draft } from './draft-store';
import { createLastWords } from './last-words';
import { refusing, testBrowser } from './testing/test-browser';

const draft: Draft = {
  ...{ lesson: 'a', cell: 'load', code: 'mine', original: 'theirs' },
  ...{ changed: 5, stamp: 'x.1' },
};

function memory(texts = new Map<string, string>()) {
  return {
    texts,
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
    removeItem: (key: string) => void texts.delete(key),
  };
}

it('keeps what is said of a lesson until it is in the database', () => {
  const words = createLastWords(() => memory(texts));
  const texts = new Map<string, string>();
  words.keep('a', [draft]);
  expect(words.read('a')).toEqual([draft]);
  expect(words.read('b')).toEqual([]);
  words.forget('a');
  expect(words.read('a')).toEqual([]);
});

it('reads nothing out of what it has not written, and minds no refusal', () => {
  const texts = new Map<string, string>();
  const words = createLastWords(() => memory(texts));
  for (const text of ['', '{', '3', '[3]', JSON.stringify([{ ...draft, code: 1 }])]) {
    texts.set('layerwise:last-words:a', text);
    expect(words.read('a')).toEqual([]);
  }
  const none = createLastWords(() => {
    throw new DOMException('no', 'SecurityError');
  });
  none.keep('a', [draft]);
  none.forget('a');
  expect(none.read('a')).toEqual([]);
});

it('brings back what the database lost with the page', async () => {
  const browser = testBrowser();
  const lost = browser.tab('lesson', { drafts: refusing('AbortError').drafts });
  await lost.work.drafts.load();
  lost.work.drafts.save('load', 'typed a moment ago', 'original');
  lost.leave();
  await lost.settled();

  const next = browser.tab();
  expect(await next.work.drafts.load()).toMatchObject([
    { cell: 'load', code: 'typed a moment ago' },
  ]);
  await next.settled();
  // From now on it is in the database as well.
  const later = browser.tab();
  expect(await later.work.drafts.load()).toMatchObject([{ code: 'typed a moment ago' }]);
});

it('does not bring back what newer work has replaced', async () => {
  const browser = testBrowser();
  const lost = browser.tab('lesson', { drafts: refusing('AbortError').drafts });
  lost.work.drafts.save('load', 'old', 'original');
  lost.leave();
  await lost.settled();
  browser.clock.now += 1_000;
  const newer = browser.tab();
  newer.work.drafts.save('load', 'new', 'original');
  await newer.settled();
  const next = browser.tab();
  expect(await next.work.drafts.load()).toMatchObject([{ code: 'new' }]);
});
