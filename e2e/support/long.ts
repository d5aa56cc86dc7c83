/** Set by `npm run test:long`, which takes as long as it needs; `npm test` has less than 40 minutes for everything. */
export const IS_LONG = process.env.LONG_TESTS === '1';
