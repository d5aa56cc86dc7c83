import type { RecorderFactory } from './recorder';

/** What the reader records with code of their own. */
export const recordAlso: RecorderFactory = ({ options: { also } }) => {
  if (also === undefined) return null;
  if (typeof also !== 'function') {
    throw new TypeError(
      'watch: also is a function of the step, as in { also: (step) => points.add(step, …) }.',
    );
  }
  return { open() {}, read: (step) => also(step) };
};
