'use client';

import { lateComponent } from '@/components/ui/late-component';

/** What shows more of a long table, fetched when there is one. */
export const LatePages = lateComponent(async () => (await import('./table-pages')).TablePages);
