/*
 * What takes the parser, and the page with it, far longer than it is long: quotes and lists in one another, brackets
 * that are open, marks of emphasis, lines without a blank one between them. It takes the square of their number, or
 * worse. The bounds are far beyond what anybody writes; a piece within them takes tenths of a second at most.
 */
const MOST_NESTED = 50;
const MOST_OPEN = 100;
const MOST_MARKS = 2_000;
const LONGEST = 20_000;

/** The beginnings of quotes, list items and notes that one line opens. */
const OPENED = `(?:[ \\t]*(?:>|[-+*](?=[ \\t])|\\d{1,9}[.)](?=[ \\t])|\\[\\^[^\\]\\n]{1,999}\\]:)){${MOST_NESTED}}`;
/** A list item in another stands two columns further right at least, or a tab. */
const INDENTED = `[ \\t]{${2 * MOST_NESTED}}`;
const NESTED = new RegExp(`^(?:${OPENED}|${INDENTED})`, 'm');

/** Whether reading the text could stop the page. Takes time in proportion to its length. */
export function isTangled(text: string): boolean {
  return NESTED.test(text) || text.split(/\n[ \t]*(?=\r?\n)/).some(isHard);
}

function isHard(piece: string): boolean {
  if (piece.length > LONGEST) return true;
  let [open, marks] = [0, 0];
  for (const sign of piece) {
    if (sign === '[') open += 1;
    else if (sign === ']') open = Math.max(0, open - 1);
    else if (sign === '*' || sign === '_' || sign === '~') marks += 1;
    if (open > MOST_OPEN || marks > MOST_MARKS) return true;
  }
  return false;
}
