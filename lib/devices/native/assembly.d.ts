/** The compiled kernels: one module for a memory of its own thread, one for a memory that threads share. */
declare module '*?native' {
  export const plain: Uint8Array<ArrayBuffer>;
  export const shared: Uint8Array<ArrayBuffer>;
}
