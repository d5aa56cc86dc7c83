/** Written by `scripts/dev.mjs`; a fresh clone has none. */
declare module '*/content-revision.json' {
  const revision: unknown;
  export default revision;
}
