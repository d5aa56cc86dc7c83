import type { Exercise, Material } from '@/lib/exercises/exercise';
import { checkMarkdown } from '../check-markdown';
import { EXERCISE_COMPONENTS } from '../components';
import { ContentError } from '../content-error';
import { fieldPlace, splitDocument } from '../front-matter';
import type { MarkdownNode } from '../markdown-node';
import { checkFormulas, parseTree } from '../parse-lesson';
import { checkBody, checkPlaces } from './check-body';
import { choicesOf, wrongOf } from './elements';
import { readCodeParts, type CodeParts } from './read-code-parts';
import { readReveal } from './read-reveal';
import { takeApart, type Parts } from './parts';
import { formOf, type ExerciseFrontMatter } from './schema';
import { seedOf } from './seed-of';

/** An exercise with all that its author wrote, hidden tests included: for the build and its commands. */
export type ParsedExercise = {
  file: string;
  exercise: Exercise;
  /** What the page fetches. */
  material: Material;
  /** Of an exercise of kind code. */
  code: CodeParts | null;
  /** What is compiled to be shown. */
  pieces: {
    task: readonly MarkdownNode[];
    hints: readonly (readonly MarkdownNode[])[];
    answer: readonly MarkdownNode[] | null;
    choices: readonly (readonly MarkdownNode[])[];
  };
};

const NO_MATERIAL: Material = { setup: '', tests: '', solution: '', reveal: '' };

/** Reads and checks an exercise: pure, no file is touched. `file` ends in `<id>.mdx`. Throws `ContentError`. */
export function parseExercise(source: string, file: string): ParsedExercise {
  const { frontMatter, body } = splitDocument(source, file, formOf);
  checkId(frontMatter.id, source, file);
  const tree = parseTree(body, file);
  checkMarkdown(tree, file, EXERCISE_COMPONENTS);
  checkBody(tree, file);
  const parts = takeApart(tree, frontMatter.kind, file);
  checkPlaces(tree, parts, file);
  checkFormulas(tree, file);
  const code = frontMatter.kind === 'code' ? readCodeParts(parts) : null;
  if (code) checkPoints(code, frontMatter.points, source, file);
  const material = materialOf(frontMatter, parts);
  const exercise = exerciseOf(frontMatter, { parts, code, file });
  return { file, exercise, material, code, pieces: piecesOf(parts) };
}

function checkId(id: string, source: string, file: string): void {
  const name = file
    .split('/')
    .at(-1)
    ?.replace(/\.mdx$/, '');
  if (id === name) return;
  const reason = `is ${id}, but the file is ${name}.mdx. Give both the same name.`;
  throw new ContentError(file, fieldPlace(source, 'id'), reason);
}

function checkPoints({ tests, hidden }: CodeParts, points: number, source: string, file: string) {
  const [shown, unseen] = [sum(tests), sum(hidden)];
  if (points === shown + unseen) return;
  const reason =
    `is ${points}, but the tests count ${shown + unseen} (${shown} in tests, ${unseen} in hidden-tests). ` +
    `Write \`points: ${shown + unseen}\`, or change { points: … } of the tests.`;
  throw new ContentError(file, fieldPlace(source, 'points'), reason);
}

const sum = (tests: readonly { points: number }[]) =>
  tests.reduce((total, { points }) => total + points, 0);

function materialOf({ kind }: ExerciseFrontMatter, { fences }: Parts): Material {
  const codeOf = (name: string) => fences.get(name)?.code ?? '';
  if (kind === 'prediction') return { ...NO_MATERIAL, reveal: readReveal(fences.get('reveal')!) };
  if (kind !== 'code') return NO_MATERIAL;
  return {
    ...NO_MATERIAL,
    setup: codeOf('setup'),
    tests: codeOf('tests'),
    solution: codeOf('solution'),
  };
}

function exerciseOf(
  given: ExerciseFrontMatter,
  { parts, code, file }: { parts: Parts; code: CodeParts | null; file: string },
): Exercise {
  const { id, title, points, difficulty, concepts } = given;
  const common = { id, title, points, difficulty, concepts, hints: parts.elements.Hint.length };
  switch (given.kind) {
    case 'code': {
      const { starter, regions, tests, hidden } = code!;
      return {
        ...common,
        kind: 'code',
        seed: given.seed ?? seedOf(id),
        seconds: given.seconds,
        starter: starter.code,
        given: regions,
        tests: tests.map(({ sentence, points: worth }) => ({ sentence, points: worth })),
        hidden: { tests: hidden.length, points: sum(hidden) },
      };
    }
    case 'choice':
      return { ...common, kind: 'choice', choices: choicesOf(parts.elements.Choice, file) };
    case 'number': {
      const { answer, tolerance, unit = '' } = given;
      const wrong = wrongOf(parts.elements.Wrong, { answer, tolerance, file });
      return { ...common, kind: 'number', answer, tolerance, unit, wrong };
    }
    case 'prediction':
      return {
        ...common,
        kind: 'prediction',
        seed: given.seed ?? seedOf(id),
        seconds: given.seconds,
        tolerance: given.tolerance ?? null,
        commit: commitOf(given),
      };
    case 'text':
      return { ...common, kind: 'text' };
    default:
      return given satisfies never;
  }
}

type Prediction = Extract<ExerciseFrontMatter, { kind: 'prediction' }>;

function commitOf(given: Prediction): Extract<Exercise, { kind: 'prediction' }>['commit'] {
  if (given.commit === 'number') return { of: 'number' };
  const { x, y, xLabel, yLabel } = given;
  return { of: 'curve', x, y, xLabel, yLabel };
}

function piecesOf({ task, elements, definitions }: Parts): ParsedExercise['pieces'] {
  const inside = ({ type, children = [] }: MarkdownNode): MarkdownNode[] =>
    type === 'mdxJsxTextElement' ? [{ type: 'paragraph', children }] : children;
  const withLinks = (nodes: MarkdownNode[]) => [...nodes, ...definitions];
  const [answer] = elements.Answer;
  return {
    task: withLinks(task),
    hints: elements.Hint.map((hint) => withLinks(inside(hint))),
    answer: answer ? withLinks(inside(answer)) : null,
    choices: elements.Choice.map((choice) => withLinks(asPhrase(inside(choice)))),
  };
}

/** One paragraph as its text alone, in a fragment: a choice stands in a label. */
function asPhrase(nodes: MarkdownNode[]): MarkdownNode[] {
  const [only, more] = nodes;
  if (more || only?.type !== 'paragraph') return nodes;
  return [{ ...only, type: 'mdxJsxFlowElement', name: null, attributes: [] }];
}
