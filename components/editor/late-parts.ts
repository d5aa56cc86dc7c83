import { lateComponent } from '@/components/ui/late-component';

/** Which keys there are while code is edited. */
export const HintWords = lateComponent(async () => (await import('./hint-words')).HintWords);

export const SpokenHint = lateComponent(async () => (await import('./hint-words')).SpokenHint);

/** The line of an error under code that is not in Monaco. */
export const ErrorMark = lateComponent(async () => (await import('./error-mark')).ErrorMark);
