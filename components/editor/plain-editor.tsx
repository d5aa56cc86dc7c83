import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import styles from './cell-editor.module.css';

type Props = {
  label: string;
  hintId: string;
  value: string;
  /** Offset of the caret when it opens. */
  caret: number;
  /** Typed before it opened; goes in at the caret. */
  typed: string;
  onChange(code: string): void;
  onRun(): void;
  /** `toCode`: the focus goes back to the code, since the reader asked to leave. `caret`: where it was. */
  onLeave(toCode: boolean, caret: number): void;
};

/** A plain text area in the place of the code: for touch, narrow screens, and where Monaco can't be had. */
export function PlainEditor(props: Props) {
  const { label, hintId, value, caret, typed, onChange, onRun, onLeave } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const waiting = useRef(typed);

  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    element.focus({ preventScroll: true });
    element.setSelectionRange(caret, caret);
    if (waiting.current !== '') insert(element, waiting.current);
    waiting.current = '';
    // Only when it opens: the caret is the reader's from then on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      onLeave(true, event.currentTarget.selectionStart);
    } else if (event.key === 'Enter' && event.shiftKey) {
      event.preventDefault();
      onRun();
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      insert(event.currentTarget, `\n${indentation(event.currentTarget)}`);
    }
  };

  return (
    <textarea
      ref={area}
      className={`${styles.code} ${styles.plain}`}
      aria-label={label}
      aria-describedby={hintId}
      value={value}
      wrap="off"
      autoCapitalize="off"
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={(event) => onLeave(false, event.currentTarget.selectionStart)}
    />
  );
}

/** The spaces at the start of the caret's line. */
function indentation({ value, selectionStart }: HTMLTextAreaElement): string {
  const line = value.slice(value.lastIndexOf('\n', selectionStart - 1) + 1, selectionStart);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/** `execCommand` is the one way that the browser's own undo knows of. */
function insert(area: HTMLTextAreaElement, text: string): void {
  if (document.execCommand('insertText', false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}
