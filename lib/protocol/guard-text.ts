import { text } from './check';
import { LIMITS } from './limits';

/* The lengths of text that more than one guard knows. */

export const isName = text(LIMITS.name);
export const isKey = text(LIMITS.key);
export const isCaption = text(LIMITS.caption);
/** What a reader's code says, in full. */
export const isSpeech = text(LIMITS.characters);
