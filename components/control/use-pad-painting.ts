'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { useThemeColors } from '@/components/figure/use-theme-colors';
import { inkPixels } from '@/lib/controls/draw-grid';
import { parseColor } from '@/lib/figures/color';

/** Paints a drawing in the page's ink, one pixel of the canvas for each of the grid's. */
export function usePadPainting(grid: Float32Array): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ink = useThemeColors()?.ink;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || ink === undefined) return;
    const side = Math.sqrt(grid.length);
    context.putImageData(new ImageData(inkPixels(grid, parseColor(ink)), side, side), 0, 0);
  }, [grid, ink]);
  return canvas;
}
