type Problem = {
  start?: number;
  length?: number;
  category: number;
  code: number;
  messageText: string | object;
};

/**
 * TypeScript's problem as it should reach a reader: what it says of imports is said of cells, and nothing points into
 * files that the reader does not have.
 */
export function plainWords(problem: Problem): Problem {
  const { start, length, category, code, messageText } = problem;
  return { start, length, category, code, messageText: reworded(code, messageText) };
}

function reworded(code: number, text: string | object): string | object {
  const name = typeof text === 'string' ? /'([^']+)'/.exec(text)?.[1] : undefined;
  if (name === undefined) return text;
  switch (code) {
    case 2632:
      return `Another cell declares '${name}', so this one can read it but not assign it.`;
    case 2304:
      return `Cannot find the name '${name}': no cell declares it.`;
    default:
      return text;
  }
}
