'use client';

import { type ReactNode, useEffect, useState } from 'react';
import type { CellSpec } from '@/lib/kernel/state';
import { LessonStore } from '@/lib/lesson/lesson-store';
import { LessonContext } from './use-lesson';

type Props = {
  slug: string;
  seed: number;
  /** Every cell of the lesson, in document order. */
  cells: readonly CellSpec[];
  children: ReactNode;
};

/** Gives the cells and the toolbar inside it one lesson to run; another slug is another lesson. */
export function KernelProvider(props: Props) {
  return <Lesson key={props.slug} {...props} />;
}

function Lesson({ slug, seed, cells, children }: Props) {
  const [store] = useState(() => new LessonStore({ slug, seed, cells }));
  useEffect(() => store.open(), [store]);
  return <LessonContext value={store}>{children}</LessonContext>;
}
