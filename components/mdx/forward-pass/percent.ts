/** `0.614` as "61 %", with a space that does not break. */
export const percent = (share: number): string => `${Math.round(share * 100)}\u00a0%`;
