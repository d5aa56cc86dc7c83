import { browserAddress } from './address';
import type { DeskEffects } from './desk';
import { notebookEffects } from './effects';

export function deskEffects(): DeskEffects {
  return {
    ...notebookEffects(),
    address: browserAddress(),
    async readLink(fragment) {
      if (fragment.length <= 1) return null;
      const { decodeShare, isShareFragment } = await import('@/lib/share');
      return isShareFragment(fragment) ? decodeShare(fragment) : null;
    },
  };
}
