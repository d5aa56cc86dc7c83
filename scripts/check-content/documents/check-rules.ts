import { descend, isElement, placeOf } from '@/lib/content/markdown-node';
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
export function checkRules(exercise: Exercise): Finding[] {
  return [...enough(exercise), ...overlaps(exercise)];
}

function enough({ document, parsed: { exercise, code } }: Exercise): Finding[] {
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

/** Known wrong numbers of which one hides the other: the first that fits is told. */
function overlaps({ document: { file }, parsed: { exercise }, tree }: Exercise): Finding[] {
  if (exercise.kind !== 'number') return [];
  const { wrong } = exercise;
  const lines = [...descend(tree)]
    .filter(({ node }) => isElement(node) && node.name === 'Wrong')
    .map(({ node }) => placeOf(node).line);
  return wrong.flatMap((later, at): Finding[] => {
    const before = wrong.findIndex(
      ({ value, tolerance }, first) =>
        first < at && Math.abs(value - later.value) < tolerance + later.tolerance,
    );
    const earlier = wrong[before];
    if (earlier === undefined) return [];
    const hides = Math.abs(earlier.value - later.value) <= earlier.tolerance;
    const [mine, first] = [
      `${later.value} within ${later.tolerance}`,
      `${earlier.value} within ${earlier.tolerance}`,
    ];
    const sentence = hides
      ? `<Wrong> for ${mine} is never told for ${later.value}, because the one on line ${lines[before]} comes first, for ${first}. Give one of them a smaller tolerance="…".`
      : `<Wrong> for ${mine} overlaps with the one on line ${lines[before]}, for ${first}; between the two, the first is told.`;
    return [{ file, line: lines[at] ?? null, level: hides ? 'error' : 'note', sentence }];
  });
}
