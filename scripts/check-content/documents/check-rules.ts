import type { Finding } from '../finding';
import type { Exercise } from './parse-documents';

/** How much of each the course gives its readers; a course of one's own may do with less. */
const WANTED = { hints: 3, tests: 2, hidden: 2, mistakes: 2 };

const NAMES: Record<keyof typeof WANTED, (count: number) => string> = {
  hints: (count) => (count === 1 ? 'hint' : 'hints'),
  tests: (count) => (count === 1 ? 'test' : 'tests'),
  hidden: (count) => (count === 1 ? 'hidden test' : 'hidden tests'),
  mistakes: (count) => (count === 1 ? 'known mistake' : 'known mistakes'),
};

/** The course's own rules, which are no errors. */
export function checkRules({ document, parsed: { exercise, code } }: Exercise): Finding[] {
  if (code === null) return [];
  const has = {
    hints: exercise.hints,
    tests: code.tests.length,
    hidden: code.hidden.length,
    mistakes: code.mistakes.length,
  };
  const short = (Object.keys(WANTED) as (keyof typeof WANTED)[]).filter(
    (part) => has[part] < WANTED[part],
  );
  if (short.length === 0) return [];
  const words = short.map((part) => `${has[part]} ${NAMES[part](has[part])} of ${WANTED[part]}`);
  return [
    {
      file: document.file,
      line: 1,
      level: 'note',
      sentence: `It has ${words.join(', ')} that the course asks for.`,
    },
  ];
}
