import fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isCellId, isSlug } from '@/lib/protocol';
import { decodeShare } from './decode-share';
import { encodeShare } from './encode-share';
import { lessonShare } from './lesson-share';
import { SHARE_LIMITS, type LessonShare, type Share } from './share';
import { ShareError } from './share-error';
import { isShareFragment } from './share-fragment';
import { shareTooLong } from './share-too-long';

const LESSON: LessonShare = {
  version: 1,
  lesson: 'neural-networks',
  cells: [{ id: 'train', code: "const rate = 0.1; // 'ß', 漢字, 😀\n" }],
};
const NOTEBOOK = { version: 1, lesson: null, cells: [] };

/** A fragment made without our encoder, of anything. */
function fragment(value: unknown): string {
  const json = typeof value === 'string' ? value : JSON.stringify(value);
  return `#code=v1.${deflateRawSync(Buffer.from(json)).toString('base64url')}`;
}

async function failure(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => 'nothing was thrown',
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ShareError);
  return (error as ShareError).message;
}

const refusal = (value: unknown) => failure(decodeShare(fragment(value)));

const anyText = fc.string({ unit: 'binary', maxLength: 200 });
const id = fc.stringMatching(/^[a-z][a-z0-9_-]{0,20}$/).filter(isCellId);
const title = fc.string({ maxLength: SHARE_LIMITS.title });
const seed = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const unique = { maxLength: 12, selector: (cell: { id: string }) => cell.id };
const share: fc.Arbitrary<Share> = fc.oneof(
  fc.record({
    version: fc.constant(1 as const),
    lesson: fc.stringMatching(/^[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}$/).filter(isSlug),
    cells: fc.uniqueArray(fc.record({ id, code: anyText }), unique),
  }),
  fc.record(
    {
      version: fc.constant(1 as const),
      lesson: fc.constant(null),
      cells: fc.uniqueArray(
        fc.oneof(
          fc.record({ kind: fc.constant('code' as const), id, title, code: anyText }),
          fc.record({ kind: fc.constant('markdown' as const), id, markdown: anyText }),
        ),
        unique,
      ),
      title,
      seed,
    },
    { requiredKeys: ['version', 'lesson', 'cells'] },
  ),
);

describe('a shared link', () => {
  it('brings back what was put into it', async () => {
    await fc.assert(
      fc.asyncProperty(share, async (value) => {
        const link = await encodeShare(value);
        expect(link).toMatch(/^#code=v1\.[\w-]+$/);
        expect(await decodeShare(link)).toEqual(value);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps a lone surrogate, which UTF-8 cannot', async () => {
    const odd: Share = { ...LESSON, cells: [{ id: 'a', code: "'\ud800'" }] } as Share;
    expect(await decodeShare(await encodeShare(odd))).toEqual(odd);
  });

  it('reads what zlib and Buffer make, and the other way round', async () => {
    expect(await decodeShare(fragment(LESSON))).toEqual(LESSON);
    expect(await decodeShare(fragment(LESSON).slice(1))).toEqual(LESSON);
  });

  it('survives the address bar as it is', async () => {
    const link = await encodeShare(LESSON);
    expect(new URL(`https://example.org/learn/x${link}`).hash).toBe(link);
  });

  it('is smaller than the code in it', async () => {
    const code = Array.from({ length: 200 }, (_, i) => `const layer${i} = tf.layers.dense();`);
    const link = await encodeShare({
      ...LESSON,
      cells: [{ id: 'a', code: code.join('\n') }],
    } as Share);
    expect(link.length).toBeLessThan(code.join('\n').length / 4);
  });
});

describe('a link that nobody vouches for', () => {
  it('fails with a ShareError and nothing else, whatever it is', async () => {
    const base64url = fc
      .uint8Array({ maxLength: 80 })
      .map((b) => Buffer.from(b).toString('base64url'));
    const garbage = fc.oneof(
      anyText,
      anyText.map((text) => `#code=v1.${text}`),
      base64url.map((text) => `#code=v1.${text}`),
      fc.json().map(fragment),
      fc
        .record({
          version: fc.constant(1),
          lesson: fc.constantFrom(null, 'a'),
          cells: fc.anything(),
        })
        .filter((value) => JSON.stringify(value) !== undefined)
        .map(fragment),
    );
    await fc.assert(
      fc.asyncProperty(garbage, async (text) => {
        const result = await decodeShare(text).catch((error: unknown) => error);
        // The few that are right by chance are shares.
        if (!(result instanceof ShareError)) expect(result).toMatchObject({ version: 1 });
      }),
      { numRuns: 2_000 },
    );
  }, 60_000);

  it('fails or stays itself when one character of it is cut off or changed', async () => {
    const link = await encodeShare(LESSON);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(link.length - 1),
        fc.constantFrom('A', '_', '.', '', ' '),
        async (at, by) => {
          const other = link.slice(0, at) + by + link.slice(at + 1);
          const result = await decodeShare(other).catch((error: unknown) => error);
          if (!(result instanceof ShareError)) expect(result).toMatchObject({ version: 1 });
        },
      ),
    );
    for (let length = '#code=v1.'.length; length < link.length; length++) {
      expect(await failure(decodeShare(link.slice(0, length)))).toContain('Ask for it again.');
    }
  });

  it('loses fields that we do not know, and gains no prototype', async () => {
    const cell = { id: 'a', code: '1', run: true };
    const json = `{"version":1,"lesson":"x","cells":[${JSON.stringify(cell)}],"__proto__":{"seed":1},"run":true}`;
    const result = await decodeShare(fragment(json));
    expect(Object.keys(result).sort()).toEqual(['cells', 'lesson', 'version']);
    expect(result.cells).toEqual([{ id: 'a', code: '1' }]);
  });

  it('opens though it has what a lesson’s link carried once', async () => {
    for (const former of [{ title: 'Networks', seed: 7 }, { title: 5 }, { seed: 1.5 }]) {
      expect(await decodeShare(fragment({ ...LESSON, ...former }))).toEqual(LESSON);
    }
  });

  const cells = (...list: unknown[]) => ({ ...LESSON, cells: list });
  const refused: [what: string, value: unknown, sentence: RegExp][] = [
    ['no document', [], /holds no document/],
    ['another version inside', { ...LESSON, version: 2 }, /no version that this page knows/],
    ['a lesson that is a path', { ...LESSON, lesson: '../../admin' }, /names no lesson/],
    ['no cells', { version: 1, lesson: 'a' }, /no list of cells/],
    ['a cell that is none', cells(null), /cell 1 is not a cell/],
    ['an id that every object has', cells({ id: 'constructor', code: '' }), /cell 1 has no name/],
    ['code that is no text', cells({ id: 'a', code: {} }), /the code of cell 1 is missing/],
    ['one id twice', cells({ id: 'a', code: '' }, { id: 'a', code: '' }), /two of its cells/],
    ['a seed that is none', { ...NOTEBOOK, seed: 1.5 }, /its seed/],
    ['a title that is none', { ...NOTEBOOK, title: 5 }, /its title is missing/],
    [
      'too much code',
      cells({ id: 'a', code: 'x'.repeat(SHARE_LIMITS.code + 1) }),
      /code of cell 1 has 200,001 characters, and a link carries 200,000/,
    ],
    [
      'too many cells',
      cells(...Array.from({ length: 101 }, (_, i) => ({ id: `c${i}`, code: '' }))),
      /101 cells, and a link carries 100/,
    ],
    [
      'a notebook of odd cells',
      { version: 1, lesson: null, cells: [{ kind: 'html', id: 'a' }] },
      /neither/,
    ],
    [
      'a text cell without text',
      { version: 1, lesson: null, cells: [{ kind: 'markdown', id: 'a' }] },
      /text of cell 1/,
    ],
  ];
  it.each(refused)('is refused for %s', async (_, value, sentence) => {
    const message = await refusal(value);
    expect(message).toMatch(sentence);
    expect(message).toMatch(/^This link is damaged: .*\. Ask for it again\.$/);
  });

  it('says which kind of link it is not', async () => {
    expect(await failure(decodeShare('#the-data'))).toBe('This link carries no code.');
    expect(await failure(decodeShare('#code=v2.abc'))).toContain('another version');
    expect(await failure(decodeShare('#code=hello'))).toContain('beginning is missing');
    expect(await failure(decodeShare('#code=v1.a+b/'))).toContain('characters');
    expect(['#code=v9.x', 'code=', '#the-data', ''].map(isShareFragment)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('what no link can carry', () => {
  it('is refused when the link is made', async () => {
    const many = Array.from({ length: 101 }, (_, i) => ({ id: `c${i}`, code: '' }));
    expect(await failure(encodeShare({ ...LESSON, cells: many } as Share))).toContain(
      'Save it as a file',
    );
    const large = Array.from({ length: 11 }, (_, i) => ({
      id: `c${i}`,
      code: 'x'.repeat(200_000),
    }));
    expect(await failure(encodeShare({ ...LESSON, cells: large } as Share))).toContain('too long');
  });

  it('is a link that would be cut off', () => {
    expect(shareTooLong('x'.repeat(30_000))).toBeNull();
    expect(shareTooLong('x'.repeat(30_001))).toMatch(/30,001 characters.*\.ipynb/);
  });
});

describe('lessonShare', () => {
  it('takes what differs from the lesson, in its order', () => {
    const cells = [
      { id: 'a', code: '2', original: '1' },
      { id: 'b', code: '1', original: '1' },
      { id: 'c', code: '', original: '1' },
    ];
    expect(lessonShare('x', cells)).toEqual({
      version: 1,
      lesson: 'x',
      cells: [
        { id: 'a', code: '2' },
        { id: 'c', code: '' },
      ],
    });
  });
});
