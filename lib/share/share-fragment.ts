/** What begins the fragment of every link with code, whatever its version. */
export const PREFIX = 'code=';

/** Whether the fragment of an address (with or without `#`) claims to carry code. */
export function isShareFragment(fragment: string): boolean {
  return withoutHash(fragment).startsWith(PREFIX);
}

export function withoutHash(fragment: string): string {
  return fragment.startsWith('#') ? fragment.slice(1) : fragment;
}
