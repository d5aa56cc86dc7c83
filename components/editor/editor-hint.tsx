import type { ComponentProps } from 'react';
import styles from './cell-editor.module.css';
import { HintWords, SpokenHint } from './late-parts';

type Props = ComponentProps<typeof HintWords> & { id: string };

/** One line under the code while it is edited. Its place for screen readers is always there, so that they hear a change. */
export function EditorHint({ id, ...props }: Props) {
  const edited = props.mode !== 'reading';
  return (
    <>
      <p id={id} className={styles.hint} aria-hidden="true">
        {edited && <HintWords {...props} />}
      </p>
      <p className={styles.spoken} aria-live="polite">
        {edited && <SpokenHint {...props} />}
      </p>
    </>
  );
}
