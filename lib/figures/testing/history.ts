import type { Figure, FigureKind, Frame, FrameData } from '@/lib/protocol';
import type { History } from '../figure-module';

/** A history whose frames have the given steps and data. */
export function historyOf<K extends FigureKind>(
  kind: K,
  frames: [step: number, data: FrameData[K]][],
): History<K> {
  const figure: Figure = { id: 'f', kind, title: 'A figure', caption: '', stepName: 'epoch' };
  const own = frames.map(([step, data]) => ({ figure: 'f', kind, step, data }));
  return { figure, frames: own as unknown as Frame<K>[] };
}
