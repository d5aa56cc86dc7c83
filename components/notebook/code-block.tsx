'use client';

import type { KeyboardEvent } from 'react';
import { Cell } from '@/components/cell/cell';
import { ChangedCode } from '@/components/editor/changed-code';
import { type Block, NOTEBOOK_LIMITS } from '@/lib/notebooks/notebook';
import { BlockTools } from './block-tools';
import styles from './code-block.module.css';
import { useNotebook } from './use-notebook';

/** A cell of code as lessons have it, with a title that can be written. `title`: what it is called without one, too. */
export function CodeBlock({ block, title }: { block: Block; title: string }) {
  return (
    <Cell
      id={block.id}
      title={title}
      draws=""
      heading={
        <>
          <TitleField block={block} placeholder={title} />
          <BlockTools />
        </>
      }
    >
      <ChangedCode code={block.text} />
    </Cell>
  );
}

function TitleField({ block, placeholder }: { block: Block; placeholder: string }) {
  const store = useNotebook();
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    const cell = event.currentTarget.closest('[data-cell]');
    cell?.querySelector<HTMLElement>('[data-cell-code]')?.focus();
  };
  return (
    <input
      className={styles.title}
      type="text"
      aria-label="Title of the cell"
      placeholder={placeholder}
      maxLength={NOTEBOOK_LIMITS.title}
      autoComplete="off"
      value={block.title}
      onChange={(event) => store.retitle(block.id, event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}
