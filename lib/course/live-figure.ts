import type { Figure, FigureKind, Frame, FrameData } from '@/lib/protocol';
import type { Host } from './host';
import type { Soon } from './soon';

export type FigureSpec<K extends FigureKind> = Omit<Figure<K>, 'id'>;

/** A figure that frames are added to over time. */
export type LiveFigure<K extends FigureKind> = {
  /** Puts the figure in its place among the outputs, if it is not there yet. */
  open(): void;
  add(step: number, data: FrameData[K]): void;
};

/**
 * A figure belongs to the run that shows it. If it was made in one run and is added to in another, it
 * opens there anew: its former id may be another figure's by then.
 */
export function liveFigure<K extends FigureKind>(host: Host, spec: FigureSpec<K>): LiveFigure<K> {
  let id = '';
  let run: number | null = null;

  function open() {
    if (run === host.run()) return;
    run = host.run();
    id = host.figureId();
    host.output({ kind: 'figure', figure: { id, ...spec } });
  }

  return {
    open,
    add(step, data) {
      open();
      host.frames([{ figure: id, kind: spec.kind, step, data } as Frame]);
    },
  };
}

/** A figure with one frame, which may have to be read first. */
export function showFigure<K extends FigureKind>(
  host: Host,
  spec: FigureSpec<K>,
  data: Soon<FrameData[K]>,
): void {
  const figure = liveFigure(host, spec);
  figure.open();
  if (data instanceof Promise) host.wait(data.then((read) => figure.add(0, read)));
  else figure.add(0, data);
}
