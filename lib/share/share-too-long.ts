import { SHARE_LIMITS } from './share';

/** A sentence when a link with this address would not arrive whole; null when it can be sent. */
export function shareTooLong(url: string): string | null {
  if (url.length <= SHARE_LIMITS.url) return null;
  const [length, most] = [url.length, SHARE_LIMITS.url].map((count) => count.toLocaleString('en'));
  return (
    `This link would have ${length} characters, and mail and chat programs may cut off what is ` +
    `longer than ${most}. Save a notebook file (.ipynb) and send that instead.`
  );
}
