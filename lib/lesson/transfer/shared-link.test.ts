import { describe, expect, it } from 'vitest';
import { decodeShare, lessonShare, SHARE_LIMITS, type Share } from '@/lib/share';
import { shareLink } from './share-link';
import { differWords, shareWords } from './share-words';
import { sharedView } from './shared-view';

const CELLS = ['load', 'train', 'plot'].map((id) => ({
  ...{ id, title: `The ${id}`, code: `${id}();`, original: `${id}();` },
}));
const PAGE = 'https://example.org/learn/networks?open=1#part';
const share = (codes: Record<string, string>): Share => ({
  ...{ version: 1, lesson: 'networks' },
  cells: Object.entries(codes).map(([id, code]) => ({ id, code })),
});
const view = (made: Share) => sharedView(made, '#code=v1.x', 'networks', CELLS);

describe('a link', () => {
  it('carries what was changed to whoever opens it', async () => {
    const mine = CELLS.map((cell) => (cell.id === 'train' ? { ...cell, code: 'mine();' } : cell));
    const link = await shareLink(PAGE, lessonShare('networks', mine));
    if (link.kind !== 'link') throw new Error(link.why);
    expect(link.url).toMatch(/^https:\/\/example\.org\/learn\/networks#code=v1\./);
    const read = view(await decodeShare(new URL(link.url).hash));
    expect(read).toEqual({
      ...{ kind: 'here', codes: { train: 'mine();' }, gone: [] },
      differing: [{ id: 'train', title: 'The train' }],
    });
  });

  it('is the page’s address where nothing was changed', async () => {
    expect(await shareLink(PAGE, null)).toEqual({
      ...{ kind: 'link', url: 'https://example.org/learn/networks' },
    });
  });

  it('that would be cut off is none, and says what to do', async () => {
    // Without repetition, so that nothing can be compressed away.
    let state = 1;
    const noise = () => (state = (state * 48_271) % 2_147_483_647).toString(36);
    const code = Array.from({ length: SHARE_LIMITS.url / 5 }, noise).join('');
    const link = await shareLink(PAGE, share({ train: code }));
    expect(link).toMatchObject({ kind: 'unfit', why: expect.stringMatching(/\.ipynb/) });
  });

  it('that nothing could carry says so too', async () => {
    const link = await shareLink(PAGE, share({ train: 'x'.repeat(SHARE_LIMITS.code + 1) }));
    expect(link).toMatchObject({ kind: 'unfit', why: expect.stringMatching(/file/) });
  });
});

describe('a link that is opened', () => {
  it('differs only where its code is not the lesson’s', () => {
    expect(view(share({ plot: 'x;', load: 'load();' }))).toMatchObject({
      ...{ codes: { plot: 'x;' }, differing: [{ id: 'plot' }] },
    });
  });

  it('may empty a cell', () => {
    expect(view(share({ plot: '' }))).toMatchObject({ codes: { plot: '' } });
  });

  it('keeps code apart that the lesson has no cell for', () => {
    expect(view(share({ constructor: 'x;' }))).toMatchObject({
      ...{ codes: {}, differing: [], gone: [{ id: 'constructor', code: 'x;' }] },
    });
  });

  it('leads to the page that it belongs to', () => {
    expect(sharedView(share({}), '#code=v1.x', 'filters', CELLS)).toEqual({
      ...{ kind: 'elsewhere', page: 'lesson', href: '/learn/networks#code=v1.x' },
    });
    expect(view({ version: 1, lesson: null, cells: [] })).toEqual({
      ...{ kind: 'elsewhere', page: 'notebook', href: '/notebook#code=v1.x' },
    });
  });
});

describe('words', () => {
  it('say what a link holds', () => {
    expect(shareWords(['Train'])).toMatch(/code of the one cell that you changed: “Train”\./);
    expect(shareWords(['A', 'B', 'C'])).toMatch(/the 3 cells .*: “A”, “B” and “C”\. .*not sent/);
    expect(differWords(1)).toBe('1 cell differs from the lesson’s');
    expect(differWords(3)).toBe('3 cells differ from the lesson’s');
  });
});
