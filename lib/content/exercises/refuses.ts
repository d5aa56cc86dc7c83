import { expect } from 'vitest';
import { parseExercise } from './parse-exercise';
import { SAMPLE_FILE } from './sample';

/** For tests: asserts that parsing fails with `reason`, at the line where `text` stands first; null is line 1. */
export function refuses(source: string, text: string | null, reason: string): void {
  const place = `:${text === null ? 1 : lineOf(source, text)}`;
  const parse = () => parseExercise(source, SAMPLE_FILE);
  expect(parse).toThrow(`${SAMPLE_FILE}${place}`);
  expect(parse).toThrow(reason);
}

export const lineOf = (source: string, text: string): number =>
  source.slice(0, source.indexOf(text)).split('\n').length;
