'use client';

import { lateComponent } from '@/components/ui/late-component';

/** What is in a value that is shut, fetched when it is opened: the page of a recorded lesson does without. */
export const LateInside = lateComponent(async () => (await import('./value-view')).Inside);
