import type { FigureKind } from '@/lib/protocol';
import { drawingOf, type Drawing } from './drawing';

/** Each kind is a file of its own, fetched with the first figure of that kind. */
const LOADERS: Readonly<Record<FigureKind, () => Promise<Drawing>>> = {
  descent: async () => drawingOf((await import('./descent')).descent),
  graph: async () => drawingOf((await import('./graph')).graph),
  curve: async () => drawingOf((await import('./curve')).curve),
  network: async () => drawingOf((await import('./network')).network),
  matrix: async () => drawingOf((await import('./matrix')).matrix),
  convnet: async () => drawingOf((await import('./convnet')).convnet),
  overlay: async () => drawingOf((await import('./overlay')).overlay),
  convolution: async () => drawingOf((await import('./convolution')).convolution),
  kernel: async () => drawingOf((await import('./kernel')).kernel),
  images: async () => drawingOf((await import('./images')).images),
  confusion: async () => drawingOf((await import('./confusion')).confusion),
  lines: async () => drawingOf((await import('./lines')).lines),
  unrolled: async () => drawingOf((await import('./unrolled')).unrolled),
  series: async () => drawingOf((await import('./series')).series),
  surface: async () => drawingOf((await import('./surface')).surface),
  function: async () => drawingOf((await import('./function')).functionFigure),
  histograms: async () => drawingOf((await import('./histograms')).histograms),
  probabilities: async () => drawingOf((await import('./probabilities')).probabilities),
  gan2d: async () => drawingOf((await import('./gan2d')).gan2d),
  latent: async () => drawingOf((await import('./latent')).latent),
};

const known = new Map<FigureKind, Promise<Drawing>>();

/** How figures of the kind are drawn. Rejects when its file could not be fetched; the next call tries again. */
export function loadDrawing(kind: FigureKind): Promise<Drawing> {
  const drawing = known.get(kind) ?? LOADERS[kind]();
  known.set(kind, drawing);
  drawing.catch(() => known.delete(kind));
  return drawing;
}
