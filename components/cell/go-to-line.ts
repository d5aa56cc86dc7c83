import { loadedMonaco } from '@/components/editor/monaco/loaded-monaco';
import { offsetOf } from '@/lib/lesson/offset-of';

/**
 * Opens the editor in a cell's code at a place, both numbers 1-based. While the code is still text, that
 * is a click on the place, which the editor understands; where it is in Monaco already, the caret goes
 * there. A plain editor is closed by the press that leads here.
 */
export function goToLine(cell: HTMLElement | null, line: number, column: number): void {
  if (cell?.querySelector('[data-monaco-place]')) return loadedMonaco()?.editor.goTo(line, column);
  const code = cell?.querySelector('code');
  if (!code) return;
  const place = rangeAt(code, offsetOf(code.textContent, line, column));
  place.startContainer.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const { left, top, height } = place.getBoundingClientRect();
  code.dispatchEvent(
    new MouseEvent('click', { bubbles: true, clientX: left + 1, clientY: top + height / 2 }),
  );
}

/** The character at an offset of an element's text, or the element's end. */
function rangeAt(element: HTMLElement, offset: number): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left < length) {
      range.setStart(node, left);
      range.setEnd(node, left + 1);
      return range;
    }
    left -= length;
  }
  range.collapse(false);
  return range;
}
