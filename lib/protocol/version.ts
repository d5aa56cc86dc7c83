/** Raised whenever a message changes its meaning; page and sandbox of different versions refuse each other. */
export const PROTOCOL_VERSION = 3;
