/** Only to tell the protocol of an address that has none of its own. */
const BASE = 'https://page.invalid/';
const LINKED = ['http:', 'https:', 'mailto:'];
const PICTURE = /^data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]/i;

/**
 * The address of a link, when it can do no more than open a page or a mail; else null. It is read as a browser reads
 * it, so that no way of writing `javascript:` passes.
 */
export function safeLink(address: string): string | null {
  if (!URL.canParse(address, BASE)) return null;
  return LINKED.includes(new URL(address, BASE).protocol) ? address : null;
}

/** Whether a link leaves the page. */
export function leavesPage(address: string): boolean {
  return !address.startsWith('#');
}

/**
 * The address of a picture that is in the text itself; else null. One on another host would tell that host who reads
 * what, before the reader has pressed anything.
 */
export function ownPicture(address: string): string | null {
  return PICTURE.test(address) ? address : null;
}
