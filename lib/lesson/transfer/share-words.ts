import { listWords } from '../list-words';

/** What a link holds, from the titles of the cells whose code is in it. */
export function shareWords(titles: readonly string[]): string {
  const quoted = titles.map((title) => `“${title}”`);
  const cells = titles.length === 1 ? 'the one cell' : `the ${titles.length} cells`;
  return `It holds the code of ${cells} that you changed: ${listWords(quoted, 4)}. No outputs, nothing about you. The code is in the link itself; it is not sent to the server.`;
}

/** "2 cells differ from the lesson’s" */
export function differWords(count: number): string {
  return count === 1
    ? '1 cell differs from the lesson’s'
    : `${count} cells differ from the lesson’s`;
}
