import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The recording beside a lesson.
 * @param {{ recorded: string }} lesson
 * @returns {{ recording: import('@/lib/recorded/recording').Recording, numbersOf(id: string): Uint8Array } | null}
 */
export function readRecording({ recorded }) {
  const [text, numbers] = ['recording.json', 'numbers.bin'].map((name) => join(recorded, name));
  if (!existsSync(text) || !existsSync(numbers)) return null;
  const recording = JSON.parse(readFileSync(text, 'utf8'));
  const all = new Uint8Array(readFileSync(numbers));
  return {
    recording,
    numbersOf(id) {
      const [from, length] = recording.cells[id].bytes;
      return all.subarray(from, from + length);
    },
  };
}
