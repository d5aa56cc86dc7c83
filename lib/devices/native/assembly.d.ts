/** The compiled kernels. */
declare module '*?native' {
  export const bytes: Uint8Array<ArrayBuffer>;
}
