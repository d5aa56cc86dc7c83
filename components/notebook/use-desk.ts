'use client';

import { createContext, useContext } from 'react';
import type { NotebookDesk } from '@/lib/notebooks/desk';

export const DeskContext = createContext<NotebookDesk | null>(null);

/**
 * The page of notebooks around a component.
 *
 * @throws {Error} outside a `NotebookPage`.
 */
export function useDesk(): NotebookDesk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('This belongs inside a NotebookPage.');
  return desk;
}
