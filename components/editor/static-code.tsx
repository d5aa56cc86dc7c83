import type { KeyboardEvent, MouseEvent, ReactNode, Ref } from 'react';
import { offsetAtPoint } from './caret';
import styles from './cell-editor.module.css';
import type { Editing } from './use-editing';

type Props = {
  ref: Ref<HTMLDivElement>;
  title: string;
  errorLine: number | undefined;
  editing: Editing;
  onRun(): void;
  children: ReactNode;
};

/** The code as text. Click, Enter or a first key starts to edit; so does whatever is typed until the editor is there. */
export function StaticCode({ ref, title, errorLine, editing, onRun, children }: Props) {
  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    if (hasSelectionIn(event.currentTarget)) return;
    const code = event.currentTarget.querySelector('code') ?? event.currentTarget;
    editing.begin({ offset: offsetAtPoint(code, event.clientX, event.clientY), typed: '' });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    if (takeKey(event, editing, onRun)) event.preventDefault();
  };

  const error = errorLine === undefined ? '' : ` Error on line ${errorLine}.`;
  return (
    // A group, not a button or a text box: its text stays readable line by line.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Enter edits it
    <div
      ref={ref}
      className={styles.code}
      role="group"
      aria-label={`Code of cell ${title}.${error} Press Enter to edit.`}
      tabIndex={0}
      data-cell-code=""
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}

/** True when the key was for us. Space alone still scrolls the page. */
function takeKey(event: KeyboardEvent, editing: Editing, onRun: () => void): boolean {
  const { key } = event;
  if (key === 'Escape' && editing.mode === 'opening') return (editing.read(), true);
  if (key === 'Enter' && event.shiftKey) return (onRun(), true);
  if (editing.type(key)) return true;
  if (key === 'Enter') return (editing.begin({ offset: null, typed: '' }), true);
  if (key.length !== 1 || key === ' ') return false;
  editing.begin({ offset: null, typed: key });
  return true;
}

function hasSelectionIn(element: HTMLElement): boolean {
  const selection = getSelection();
  return !!selection && !selection.isCollapsed && selection.containsNode(element, true);
}
