/**
 * The origin of the only page that may speak to this frame, or null when none may. `configured` is `SITE_ORIGIN` at
 * build time, or empty; without it the frame's own address tells: an opaque frame is a file of the site itself, and
 * `127.0.0.1` is the sandbox of `localhost` (see `lib/kernel/address.ts`).
 */
export function siteOrigin(frame: URL, isOpaque: boolean, configured = ''): string | null {
  if (configured !== '') return new URL(configured).origin;
  if (isOpaque) return frame.origin;
  if (frame.hostname !== '127.0.0.1') return null;
  const site = new URL(frame);
  site.hostname = 'localhost';
  return site.origin;
}
