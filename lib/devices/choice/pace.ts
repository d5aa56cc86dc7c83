/** The pace on the base device is looked at so often, and on another, where looking holds it up, so often. */
export const LOOK_MS = 20;
export const CHECK_MS = 1_000;
/** The first steps of code that has just been compiled tell little, and asking for graphics costs more than they do. */
export const WARM_MS = 200;
/** One slow second is chance. */
export const SLOW_CHECKS = 2;
/** A device that is so much slower on its first timed step, or turn, is not timed on more of them. */
export const SLOWER = 2;
