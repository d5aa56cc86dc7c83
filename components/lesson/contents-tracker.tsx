'use client';

import { useEffect } from 'react';

function links(): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('[data-contents] a')];
}

/** The last heading above a line a third down the window; none in the lines before the first section. */
function currentHeading(headings: readonly HTMLElement[]): HTMLElement | undefined {
  const line = window.innerHeight / 3;
  return headings.findLast((heading) => heading.getBoundingClientRect().top < line);
}

function mark(hash: string | null): void {
  for (const link of links()) {
    if (link.hash === hash) link.setAttribute('aria-current', 'location');
    else link.removeAttribute('aria-current');
  }
}

/** Marks in the contents of the lesson the section that is being read. */
export function ContentsTracker() {
  useEffect(() => {
    const headings = links()
      .map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))))
      .filter((heading) => heading !== null);
    let scheduled = 0;
    const update = () => {
      scheduled = 0;
      const heading = currentHeading(headings);
      mark(heading ? `#${heading.id}` : null);
    };
    const schedule = () => {
      scheduled ||= requestAnimationFrame(update);
    };
    schedule();
    window.addEventListener('scroll', schedule, { passive: true });
    return () => {
      cancelAnimationFrame(scheduled);
      window.removeEventListener('scroll', schedule);
    };
  }, []);
  return null;
}
