import type { Place } from '@/lib/notebook';

/** Text put into code before the character at offset `at`. It has no line break, so every line stays on its line. */
export type Edit = { at: number; text: string };

/** From a place in the text that was made to the same place in the text that it was made from. */
export type Locate = (place: Place) => Place;

/** On one line: how many characters were put in before a 0-based column of the original. */
type Shift = { column: number; length: number };

/** Of edits at one offset, the first in the list comes first in the text. */
export function applyEdits(code: string, edits: readonly Edit[]): { text: string; locate: Locate } {
  const inOrder = [...edits].sort((a, b) => a.at - b.at);
  let text = '';
  let from = 0;
  for (const edit of inOrder) {
    text += code.slice(from, edit.at) + edit.text;
    from = edit.at;
  }
  return { text: text + code.slice(from), locate: locator(shiftsByLine(code, inOrder)) };
}

/** `edits` in order of offset. */
function shiftsByLine(code: string, edits: readonly Edit[]): Map<number, Shift[]> {
  const shifts = new Map<number, Shift[]>();
  let line = 1;
  let lineStart = 0;
  for (const { at, text } of edits) {
    for (
      let end = code.indexOf('\n', lineStart);
      end !== -1 && end < at;
      end = code.indexOf('\n', lineStart)
    ) {
      line += 1;
      lineStart = end + 1;
    }
    const onLine = shifts.get(line) ?? [];
    shifts.set(line, onLine);
    onLine.push({ column: at - lineStart, length: text.length });
  }
  return shifts;
}

/** A place inside text that was put in is given the place before which it was put. */
function locator(shifts: Map<number, Shift[]>): Locate {
  return ({ line, column }) => {
    const made = column - 1;
    let added = 0;
    for (const shift of shifts.get(line) ?? []) {
      if (made <= shift.column + added) break;
      added += Math.min(shift.length, made - shift.column - added);
    }
    return { line, column: made - added + 1 };
  };
}
