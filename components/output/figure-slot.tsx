'use client';

import { memo } from 'react';
import { lateComponent } from '@/components/ui/late-component';
import type { FigureHistory } from '@/lib/kernel/state';
import type { FigureKind } from '@/lib/protocol';
import styles from './output.module.css';

type Props = { history: FigureHistory; live: boolean };

/** Drawing is fetched with the first figure that is shown, and how its kind is drawn with the first of the kind. */
function lateFigure(kind: FigureKind) {
  return lateComponent(async () => {
    const [{ FigureView }, { loadDrawing }] = await Promise.all([
      import('@/components/figure/figure-view'),
      import('@/lib/figures'),
    ]);
    const drawing = await loadDrawing(kind);
    return (props: Props) => <FigureView drawing={drawing} {...props} />;
  });
}

const views = new Map<FigureKind, ReturnType<typeof lateFigure>>();

function viewOf(kind: FigureKind) {
  const view = views.get(kind) ?? lateFigure(kind);
  views.set(kind, view);
  return view;
}

/** Fetches all that it takes to draw figures of this kind. */
export const fetchFigures = (kind: FigureKind): Promise<boolean> => viewOf(kind).fetch();

/** Memoised: others of its cell get frames while it does not. */
export const FigureSlot = memo(function FigureSlot({ history, live }: Props) {
  const { figure } = history;
  const View = viewOf(figure.kind);
  const meanwhile = <div className={styles.waiting}>{figure.title}</div>;
  return <View history={history} live={live} meanwhile={meanwhile} />;
});
