/** Scrolling is not among them: a page that is opened at a place in its text scrolls by itself. */
const SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'keydown'] as const;

let first: Promise<void> | null = null;

/** Resolves once somebody has moved, touched or pressed anything on this page: not only opened it. */
export function firstSign(): Promise<void> {
  first ??= new Promise((resolve) => {
    const controller = new AbortController();
    const seen = () => {
      controller.abort();
      resolve();
    };
    const options = { capture: true, passive: true, signal: controller.signal };
    for (const sign of SIGNS) window.addEventListener(sign, seen, options);
  });
  return first;
}
