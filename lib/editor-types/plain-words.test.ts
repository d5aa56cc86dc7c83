import { describe, expect, it } from 'vitest';
import { plainWords } from './plain-words';

describe('plainWords', () => {
  const problem = (code: number, messageText: string) => ({ category: 1, code, messageText });

  it('speaks of cells, not of imports', () => {
    const said = plainWords(problem(2632, "Cannot assign to 'n' because it is an import."));
    expect(said.messageText).toBe(
      "Another cell declares 'n', so this one can read it but not assign it.",
    );
  });

  it('keeps what it has no better words for', () => {
    expect(plainWords(problem(2322, "Type 'a' is wrong.")).messageText).toBe("Type 'a' is wrong.");
  });
});
