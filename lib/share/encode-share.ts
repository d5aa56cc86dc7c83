import { toBase64Url } from './base64url';
import { deflate } from './deflate';
import { Fault, readShare } from './read-share';
import { SHARE_LIMITS, type Share } from './share';
import { ShareError } from './share-error';
import { PREFIX } from './share-fragment';

/**
 * The fragment of a link that carries the share: `#code=v1.` and its JSON, deflated, as base64url.
 * Throws `ShareError` for what no link can carry.
 */
export async function encodeShare(share: Share): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(checked(share)));
  if (bytes.length > SHARE_LIMITS.bytes) throw unfit('it is too long');
  return `#${PREFIX}v1.${toBase64Url(await deflate(bytes))}`;
}

function checked(share: Share): Share {
  try {
    return readShare(share);
  } catch (error) {
    throw error instanceof Fault ? unfit(error.message) : error;
  }
}

function unfit(why: string): ShareError {
  return new ShareError(`A link can't carry this: ${why}. Save it as a file and send that.`);
}
