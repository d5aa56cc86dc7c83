'use client';

import { useSyncExternalStore } from 'react';
import { TOKENS, type Theme } from '@/lib/figures/theme';

const CLASSES = 6;

/** Read once for all figures of the page, and anew when the theme or the fonts change. */
let theme: Theme | null = null;
let unwatch: (() => void) | null = null;
const listeners = new Set<() => void>();

/** The page's colours and label face for canvases; null on the server. */
export function useThemeColors(): Theme | null {
  return useSyncExternalStore(
    subscribe,
    () => (theme ??= readTheme()),
    () => null,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  unwatch ??= watch();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    unwatch?.();
    unwatch = null;
    theme = null;
  };
}

function refresh(): void {
  theme = readTheme();
  for (const listener of listeners) listener();
}

function watch(): () => void {
  const root = new MutationObserver(refresh);
  root.observe(document.documentElement, { attributeFilter: ['data-theme', 'class', 'style'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', refresh);
  document.fonts.addEventListener('loadingdone', refresh);
  return () => {
    root.disconnect();
    system.removeEventListener('change', refresh);
    document.fonts.removeEventListener('loadingdone', refresh);
  };
}

function readTheme(): Theme {
  const style = getComputedStyle(document.documentElement);
  const probe = document.createElement('canvas').getContext('2d');
  const color = (token: string) => asHex(probe, style.getPropertyValue(token).trim());
  const colors = Object.entries(TOKENS).map(([name, token]) => [name, color(token)]);
  const face = style.getPropertyValue('--face-label').trim() || 'sans-serif';
  const classes = Array.from({ length: CLASSES }, (_, index) => color(`--class-${index}`));
  return { ...(Object.fromEntries(colors) as Record<keyof typeof TOKENS, string>), classes, face };
}

/** Any CSS colour as `#rrggbb`: a canvas writes its fill style back in that form. */
function asHex(probe: CanvasRenderingContext2D | null, color: string): string {
  if (!probe) return color;
  probe.fillStyle = '#000000';
  probe.fillStyle = color;
  return String(probe.fillStyle);
}
