import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { browserStores } from './effects';
import { testBrowser, type Tab } from './testing/test-browser';

const ORIGINAL = 'the lesson’s';

/** A tab with the text that its page shows of one cell. */
async function reader(tab: Tab) {
  const page = { text: ORIGINAL, followed: 0 };
  tab.work.drafts.onFollow(({ code }) => {
    page.text = code;
    page.followed += 1;
  });
  const [draft] = await tab.work.drafts.load();
  page.text = draft?.code ?? ORIGINAL;
  const type = (text: string) => {
    page.text = text;
    tab.work.drafts.save('train', text, ORIGINAL);
  };
  const theirs = () => tab.work.drafts.conflicts()['train']?.code;
  return { ...tab, page, type, theirs };
}

const stored = async () => (await browserStores().drafts.read('lesson'))[0]?.code;
const history = async ({ work }: Tab) => (await work.history.list('train')).map(({ code }) => code);

describe('two tabs of one lesson', () => {
  it('follow each other where only one has changes', async () => {
    const browser = testBrowser();
    const [a, b] = [await reader(browser.tab()), await reader(browser.tab())];
    a.type('one');
    await a.settled();
    await b.settled();
    expect(b.page).toEqual({ text: 'one', followed: 1 });
    b.type('two');
    await b.settled();
    await a.settled();
    expect(a.page).toEqual({ text: 'two', followed: 1 });
    expect(await history(a)).toContain('one');
    expect(a.theirs()).toBeUndefined();
  });

  it.each([{ mute: false }, { mute: true }])(
    'hold both texts where both have changes, and write neither over the other (%o)',
    async ({ mute }) => {
      const browser = testBrowser({ mute });
      const [a, b] = [await reader(browser.tab()), await reader(browser.tab())];
      b.type('of b');
      a.type('of a');
      await a.settled();
      await b.settled();
      expect(b.page.text).toBe('of b');
      expect(b.theirs()).toBe('of a');
      expect(b.work.getNote().text).toMatch(/two tabs/);
      expect(await stored()).toBe('of a');
      b.type('of b, more');
      await b.settled();
      expect(await stored()).toBe('of a');
    },
  );

  it('keep what the reader chooses, and the other text in the history', async () => {
    for (const choice of ['mine', 'theirs'] as const) {
      const browser = testBrowser();
      const [a, b] = [await reader(browser.tab()), await reader(browser.tab())];
      b.type('of b');
      a.type('of a');
      await a.settled();
      await b.settled();
      b.work.drafts.settle('train', choice);
      await b.settled();
      await a.settled();
      const [chosen, other] = choice === 'mine' ? ['of b', 'of a'] : ['of a', 'of b'];
      expect([a.page.text, b.page.text, await stored()]).toEqual([chosen, chosen, chosen]);
      expect(await history(b)).toContain(other);
      expect(b.theirs()).toBeUndefined();
      expect(b.work.getNote().state).toBe('saved');
    }
  });

  it('need no choice where both wrote the same', async () => {
    const browser = testBrowser();
    const [a, b] = [await reader(browser.tab()), await reader(browser.tab())];
    b.type('of b');
    a.type('same');
    await a.settled();
    await b.settled();
    expect(b.theirs()).toBe('same');
    b.type('same');
    expect(b.theirs()).toBeUndefined();
    await b.settled();
    expect(b.work.getNote().state).toBe('saved');
  });

  it('learn on return what they could not be told', async () => {
    const browser = testBrowser({ mute: true });
    const [a, b] = [await reader(browser.tab()), await reader(browser.tab())];
    a.type('one');
    await a.settled();
    expect(b.page.text).toBe(ORIGINAL);
    b.return();
    await b.settled();
    expect(b.page.text).toBe('one');
  });

  it('reset in one tab is a reset in the other, not a lost draft', async () => {
    const browser = testBrowser();
    const [a, b] = [await reader(browser.tab()), await reader(browser.tab())];
    a.type('one');
    await a.settled();
    await b.settled();
    b.type(ORIGINAL);
    await b.settled();
    await a.settled();
    expect(a.page.text).toBe(ORIGINAL);
    expect(await history(a)).toContain('one');
  });
});

// ---- Whatever two readers do ----

type Act =
  | { do: 'type' | 'flush' | 'leave' | 'return' | 'reload'; tab: 0 | 1 }
  | { do: 'choose'; tab: 0 | 1; choice: 'mine' | 'theirs' };

const tab = fc.constantFrom(0 as const, 1 as const);
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constantFrom(
          'type' as const,
          'type' as const,
          'flush' as const,
          'leave' as const,
          'return' as const,
          'reload' as const,
        ),
        tab,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('choose' as const),
        tab,
        choice: fc.constantFrom('mine' as const, 'theirs' as const),
      }),
    },
  ),
  { maxLength: 14 },
);

/** Returns each text that a reader had typed in a tab when something else took its place there. */
async function play(list: readonly Act[], mute: boolean) {
  const browser = testBrowser({ mute });
  const open = () => browser.tab();
  const readers = [await reader(open()), await reader(open())];
  const own: (string | null)[] = [null, null];
  const atStake: string[] = [];
  const look = () =>
    readers.forEach(({ page }, at) => {
      if (own[at] !== null && own[at] !== page.text) atStake.push(own[at]!);
      if (own[at] !== page.text) own[at] = null;
    });
  let typed = 0;
  for (const act of list) {
    const one = readers[act.tab]!;
    browser.clock.now += 10;
    switch (act.do) {
      case 'type':
        own[act.tab] = `text ${(typed += 1)} of ${act.tab}`;
        one.type(own[act.tab]!);
        break;
      case 'flush':
        await one.settled();
        break;
      case 'leave':
        one.leave();
        break;
      case 'return':
        one.return();
        break;
      case 'reload':
        one.work.close();
        await one.settled();
        readers[act.tab] = await reader(open());
        break;
      case 'choose':
        one.work.drafts.settle('train', act.choice);
        break;
      default:
        act satisfies never;
    }
    look();
  }
  for (let round = 0; round < 3; round++) {
    for (const one of readers) {
      one.return();
      await one.settled();
      look();
    }
  }
  return { readers, atStake };
}

describe('whatever is done in two tabs', () => {
  it('no text of a reader’s is lost, and tabs without a conflict show what is stored', async () => {
    await fc.assert(
      fc.asyncProperty(acts, fc.boolean(), async (list, mute) => {
        const { readers, atStake } = await play(list, mute);
        const kept = [...(await history(readers[0]!)), await stored(), ORIGINAL];
        const shown = readers.map(({ page }) => page.text);
        for (const text of atStake) expect([...kept, ...shown]).toContain(text);
        for (const one of readers) {
          if (one.theirs() === undefined) expect(one.page.text).toBe((await stored()) ?? ORIGINAL);
          else expect(one.theirs()).toBe(await stored());
        }
      }),
      { numRuns: 300 },
    );
  });
});
