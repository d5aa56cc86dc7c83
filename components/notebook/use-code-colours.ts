'use client';

import { useEffect } from 'react';
import { serves } from '@/components/editor/plain-screens';
import { ahead } from '@/lib/lesson/ahead';
import { whenIdle } from '@/lib/lesson/when-idle';
import { useNotebookValue } from './use-notebook';

/**
 * Code of a notebook is coloured by the editor, since no server has seen it. So the editor is fetched when the page is
 * idle, where there is code and it will be used at all.
 */
export function useCodeColours(): void {
  const hasCode = useNotebookValue(({ notebook }) =>
    notebook.blocks.some(({ kind, text }) => kind === 'code' && text !== ''),
  );
  useEffect(() => {
    if (!hasCode || serves('plain') || ahead() === 'nothing') return;
    whenIdle(() => {
      // Without it the code stays plain; whoever edits is told.
      loadColours().catch(() => {});
    });
  }, [hasCode]);
}

async function loadColours(): Promise<void> {
  const { loadMonaco } = await import('@/components/editor/monaco/load-monaco');
  await loadMonaco();
}
