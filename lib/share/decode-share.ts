import { fromBase64Url } from './base64url';
import { inflate, inSlices } from './deflate';
import { Fault, readShare } from './read-share';
import { MOST_CHARACTERS, SHARE_LIMITS, type Share } from './share';
import { damaged, ShareError } from './share-error';
import { PREFIX, withoutHash } from './share-fragment';

/**
 * What a link's fragment carries, checked: nobody knows who made it. Rejects with `ShareError` and with nothing
 * else, whatever the fragment is. Memory and time are bounded by `SHARE_LIMITS`, not by what the link unpacks to.
 */
export async function decodeShare(fragment: string): Promise<Share> {
  const value = parsed(await unpacked(packedBytes(fragment)));
  try {
    return readShare(value);
  } catch (error) {
    throw error instanceof Fault ? damaged(error.message) : error;
  }
}

function packedBytes(fragment: string): Uint8Array<ArrayBuffer> {
  const text = withoutHash(fragment);
  if (!text.startsWith(PREFIX)) throw new ShareError('This link carries no code.');
  if (text.length > MOST_CHARACTERS) throw damaged('it is longer than any link of this course');
  const [, version, data] = /^v(\d{1,6})\.(.*)$/s.exec(text.slice(PREFIX.length)) ?? [];
  if (version === undefined || data === undefined) throw damaged('its beginning is missing');
  if (version !== '1') throw otherVersion();
  const bytes = fromBase64Url(data);
  if (bytes === null) throw damaged('it has characters that were not in it when it was made');
  return bytes;
}

function otherVersion(): ShareError {
  return new ShareError(
    'This link was made by another version of the course. Reload the page, then open the link again.',
  );
}

async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const result = await inflate(inSlices(bytes), SHARE_LIMITS.bytes).catch(() => {
    throw damaged('a part of it is missing or changed');
  });
  if (result === null) throw damaged('it unpacks to more than a link of this course can hold');
  return result;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw damaged('what it holds cannot be read');
  }
}
