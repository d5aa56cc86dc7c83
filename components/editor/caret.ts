/** Offset in the text of `root` of the character boundary nearest to a point of the window; null outside of it. */
export function offsetAtPoint(root: Node, x: number, y: number): number | null {
  const place = placeAtPoint(x, y);
  if (!place || !root.contains(place.node)) return null;
  const before = document.createRange();
  before.setStart(root, 0);
  before.setEnd(place.node, place.offset);
  return before.toString().length;
}

type Place = { node: Node; offset: number };

/** `caretPositionFromPoint` is the standard; Safari has only the other. */
function placeAtPoint(x: number, y: number): Place | null {
  if (typeof document.caretPositionFromPoint === 'function') {
    const position = document.caretPositionFromPoint(x, y);
    return position && { node: position.offsetNode, offset: position.offset };
  }
  const range = document.caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}
