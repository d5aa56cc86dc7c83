'use client';

import {
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Prose } from '@/components/mdx/prose';
import { lateComponent } from '@/components/ui/late-component';
import type { Block } from '@/lib/notebooks/notebook';
import { BlockTools } from './block-tools';
import styles from './text-block.module.css';
import { TextField } from './text-field';
import { useNotebook, useNotebookValue } from './use-notebook';

const MarkdownView = lateComponent(async () => (await import('./markdown-view')).MarkdownView);

/** A text: as it reads, or as the Markdown that it is made of while it is written. */
export function TextBlock({ block, name }: { block: Block; name: string }) {
  const store = useNotebook();
  const added = useNotebookValue((snapshot) => snapshot.added === block.id);
  const [writing, setWriting] = useState(added && block.text === '');
  const { text, toText } = useWayBack(writing);
  const leave = (focus: boolean) => {
    setWriting(false);
    if (focus) toText();
  };
  return (
    <section className={styles.block} aria-label={`Text “${name}”`}>
      <div className={styles.tools}>
        <BlockTools>
          <button
            type="button"
            aria-pressed={writing}
            // A press must not first end the writing by taking the focus.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => (writing ? leave(true) : setWriting(true))}
          >
            {writing ? 'Done' : 'Edit'}
          </button>
        </BlockTools>
      </div>
      {writing ? (
        <TextField
          value={block.text}
          onChange={(typed) => store.edit(block.id, typed)}
          onLeave={leave}
        />
      ) : (
        <Reading ref={text} block={block} onWrite={() => setWriting(true)} />
      )}
    </section>
  );
}

/** Gives the focus to the text once it is there again. */
function useWayBack(writing: boolean) {
  const text = useRef<HTMLDivElement>(null);
  const wanted = useRef(false);
  useLayoutEffect(() => {
    if (writing || !wanted.current) return;
    wanted.current = false;
    text.current?.focus({ preventScroll: true });
  }, [writing]);
  const toText = () => {
    wanted.current = true;
  };
  return { text, toText };
}

type ReadingProps = { ref: Ref<HTMLDivElement>; block: Block; onWrite: () => void };

function Reading({ ref, block, onWrite }: ReadingProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget || event.key !== 'Enter') return;
    event.preventDefault();
    onWrite();
  };
  const onDoubleClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element && event.target.closest('a'))) onWrite();
  };
  return (
    // A group, not a button: its text stays readable line by line.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Enter and Edit do it as well
    <div
      ref={ref}
      className={styles.text}
      role="group"
      aria-label="Press Enter to edit this text"
      tabIndex={0}
      data-first-focus=""
      onKeyDown={onKeyDown}
      onDoubleClick={onDoubleClick}
    >
      {block.text.trim() === '' ? (
        <p className={styles.empty}>Empty text. Press Enter or Edit to write.</p>
      ) : (
        <Prose>
          <MarkdownView
            text={block.text}
            prefix={block.id}
            meanwhile={<p className={styles.raw}>{block.text}</p>}
          />
        </Prose>
      )}
    </div>
  );
}
