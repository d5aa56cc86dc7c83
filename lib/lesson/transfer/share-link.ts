import { encodeShare, ShareError, shareTooLong, type Share } from '@/lib/share';

/** A link that can be sent; or why there is none, in a sentence that says what to do instead. */
export type ShareLink = { kind: 'link'; url: string } | { kind: 'unfit'; why: string };

/** `page`: the address of the page itself, of which the fragment is replaced. */
export async function shareLink(page: string, share: Share | null): Promise<ShareLink> {
  const url = new URL(page);
  url.hash = '';
  // Which of their own notebooks the reader had open means nothing to anybody else.
  url.search = '';
  if (share === null) return { kind: 'link', url: url.href };
  try {
    const whole = url.href + (await encodeShare(share));
    const why = shareTooLong(whole);
    return why === null ? { kind: 'link', url: whole } : { kind: 'unfit', why };
  } catch (error) {
    if (error instanceof ShareError) return { kind: 'unfit', why: error.message };
    throw error;
  }
}
