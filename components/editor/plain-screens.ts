/** Where a plain text area serves better than Monaco. */
const PLAIN_SCREENS = '(pointer: coarse), (max-width: 639.98px)';

/** Whether code is edited and compared in Monaco here, or as plain text. */
export function serves(kind: 'monaco' | 'plain'): boolean {
  return matchMedia(PLAIN_SCREENS).matches === (kind === 'plain');
}
