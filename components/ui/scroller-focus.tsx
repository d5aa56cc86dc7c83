'use client';

import { useEffect } from 'react';

/** Marked with `data-scroller`: a box that scrolls inside itself when its content is too wide. */
function update(scrollers: Iterable<Element>): void {
  for (const scroller of scrollers) {
    const overflows = scroller.scrollWidth > scroller.clientWidth + 1;
    scroller.toggleAttribute('data-overflows', overflows);
    if (overflows) scroller.setAttribute('tabindex', '0');
    else scroller.removeAttribute('tabindex');
  }
}

/**
 * Makes a box that scrolls reachable by keyboard, and only while it does: a tab stop must mean something. A drawing
 * takes the focus itself.
 */
export function ScrollerFocus() {
  useEffect(() => {
    const scrollers = document.querySelectorAll("[data-scroller]:not([data-scroller='drawing'])");
    const observer = new ResizeObserver((entries) => update(entries.map(({ target }) => target)));
    scrollers.forEach((scroller) => observer.observe(scroller));
    // What is in a box becomes wider in its own font, and the box does not.
    const refit = () => update(scrollers);
    document.fonts.addEventListener('loadingdone', refit);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', refit);
    };
  }, []);
  return null;
}
