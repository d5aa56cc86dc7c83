'use client';

import { lateComponent } from '@/components/ui/late-component';
import { useSharedLink } from './use-shared-link';

const SharedBanner = lateComponent(async () => (await import('./shared-banner')).SharedBanner);

/** Where a lesson's page says that it shows code from a link; nothing, and nothing fetched, where it doesn't. */
export function SharedCode({ slug }: { slug: string }) {
  const link = useSharedLink();
  return link === null ? null : <SharedBanner key={link} link={link} slug={slug} />;
}
