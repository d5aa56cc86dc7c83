'use client';

import { Fragment } from 'react';
import { blockName, codeCells } from '@/lib/notebooks/code-cells';
import type { Block } from '@/lib/notebooks/notebook';
import { BlockFrame } from './block-frame';
import styles from './block-list.module.css';
import { CodeBlock } from './code-block';
import { DeletedLine } from './deleted-line';
import { InsertLine } from './insert-line';
import { TextBlock } from './text-block';
import { useCodeColours } from './use-code-colours';
import { useNotebookValue } from './use-notebook';

/** The notebook's cells in their order, with a place to add one before, between and after them. */
export function BlockList() {
  useCodeColours();
  const blocks = useNotebookValue(({ notebook }) => notebook.blocks);
  const deletedAt = useNotebookValue(({ removed }) => removed?.at ?? null);
  return (
    <div className={styles.blocks}>
      <Hint blocks={blocks} />
      {blocks.map((block, at) => (
        <Fragment key={block.id}>
          {deletedAt === at && <DeletedLine />}
          <InsertLine at={at} />
          <BlockFrame id={block.id} name={blockName(blocks, block)} at={at} count={blocks.length}>
            <BlockView block={block} blocks={blocks} />
          </BlockFrame>
        </Fragment>
      ))}
      {deletedAt !== null && deletedAt >= blocks.length && <DeletedLine />}
      <InsertLine at={blocks.length} last />
    </div>
  );
}

function BlockView({ block, blocks }: { block: Block; blocks: readonly Block[] }) {
  switch (block.kind) {
    case 'code': {
      const title = codeCells(blocks).find(({ id }) => id === block.id)?.title ?? block.title;
      return <CodeBlock block={block} title={title} />;
    }
    case 'markdown':
      return <TextBlock block={block} name={blockName(blocks, block)} />;
    default:
      return block.kind satisfies never;
  }
}

/** For who has nothing on the page yet. */
function Hint({ blocks }: { blocks: readonly Block[] }) {
  if (blocks.length > 1 || (blocks[0]?.text ?? '') !== '') return null;
  return (
    <p className={styles.hint}>
      {blocks.length === 0
        ? 'This notebook is empty. Add code or text.'
        : 'Write TypeScript into the cell and press Run, or Shift+Enter; tf, show, watch, data and input are there.'}
    </p>
  );
}
