import { ContentError } from '../content-error';
import { didYouMean } from '../did-you-mean';
import { placeOf, type MarkdownNode } from '../markdown-node';
import type { Exercise } from '@/lib/exercises/exercise';

type Kind = Exercise['kind'];

/** A labelled fence. `line` is that of its three backticks: line 1 of the code is the one after it. */
export type Fence = { name: string; code: string; line: number; file: string };

/** An exercise's document, taken apart. */
export type Parts = {
  task: MarkdownNode[];
  /** By name; only mistakes come more than once. */
  fences: ReadonlyMap<string, Fence>;
  mistakes: Fence[];
  /** `<Hint>`, `<Choice>`, `<Answer>` and `<Wrong>`, each in order of the text. */
  elements: Readonly<Record<ElementName, MarkdownNode[]>>;
  /** Addresses of links that stand apart from their text; they belong to all parts. */
  definitions: MarkdownNode[];
};

type ElementName = 'Hint' | 'Choice' | 'Answer' | 'Wrong';

const FENCES = ['setup', 'starter', 'solution', 'tests', 'hidden-tests', 'mistake', 'reveal'];
const ELEMENTS: readonly string[] = ['Hint', 'Choice', 'Answer', 'Wrong'] satisfies ElementName[];

/** What each kind is made of, besides its task. */
const ALLOWED: Record<Kind, { fences: readonly string[]; elements: readonly string[] }> = {
  code: {
    fences: ['starter', 'solution', 'tests', 'hidden-tests', 'setup', 'mistake'],
    elements: ['Hint'],
  },
  choice: { fences: [], elements: ['Choice', 'Hint'] },
  number: { fences: [], elements: ['Answer', 'Wrong', 'Hint'] },
  prediction: { fences: ['reveal'], elements: ['Answer', 'Hint'] },
  text: { fences: [], elements: ['Answer', 'Hint'] },
};

const NEEDED: Record<Kind, { fences: readonly string[]; elements: readonly string[] }> = {
  code: { fences: ['starter', 'solution', 'tests', 'hidden-tests'], elements: [] },
  choice: { fences: [], elements: [] },
  number: { fences: [], elements: ['Answer'] },
  prediction: { fences: ['reveal'], elements: ['Answer'] },
  text: { fences: [], elements: ['Answer'] },
};

/** Takes a document apart. Throws `ContentError`. */
export function takeApart(tree: MarkdownNode, kind: Kind, file: string): Parts {
  const taker = new Taker(kind, file);
  for (const node of tree.children ?? []) taker.take(node);
  return taker.finish();
}

class Taker {
  private readonly task: MarkdownNode[] = [];
  private readonly fences = new Map<string, Fence>();
  private readonly mistakes: Fence[] = [];
  private readonly definitions: MarkdownNode[] = [];
  private readonly elements = {
    Hint: [] as MarkdownNode[],
    Choice: [] as MarkdownNode[],
    Answer: [] as MarkdownNode[],
    Wrong: [] as MarkdownNode[],
  };
  /** Where the first part stands; the task is above it. */
  private partLine = 0;

  constructor(
    private readonly kind: Kind,
    private readonly file: string,
  ) {}

  take(node: MarkdownNode): void {
    const elements = partElements(node);
    if (elements) {
      for (const element of elements) this.takeElement(element);
      return;
    }
    if (node.type === 'code' && node.meta?.trim()) return this.takeFence(node);
    if (node.type === 'definition') this.definitions.push(node);
    else if (node.type !== 'mdxFlowExpression') this.takeText(node);
  }

  finish(): Parts {
    const { kind, file, fences, elements, task, mistakes, definitions } = this;
    const fail = (reason: string) => {
      throw new ContentError(file, { line: 1 }, reason);
    };
    if (task.length === 0)
      fail('there is no task. Write what is to be done after the front matter.');
    const fence = NEEDED[kind].fences.find((name) => !fences.has(name));
    if (fence) fail(`the fence \`\`\`ts ${fence} is missing. ${WHY[fence]}`);
    const element = NEEDED[kind].elements.find(
      (name) => elements[name as ElementName].length === 0,
    );
    if (element) fail(`<${element}> is missing. An exercise of kind ${kind} needs one.`);
    return { task, fences, mistakes, elements, definitions };
  }

  private fail(node: MarkdownNode, reason: string): never {
    throw new ContentError(this.file, placeOf(node), reason);
  }

  private takeText(node: MarkdownNode): void {
    if (this.partLine)
      this.fail(
        node,
        `text stands after the exercise's first part, on line ${this.partLine}. The task is all that stands above it: move this up, or into a <Hint>.`,
      );
    this.task.push(node);
  }

  private takeElement(node: MarkdownNode): void {
    const name = node.name as ElementName;
    this.begin(node);
    const { elements, fences } = ALLOWED[this.kind];
    if (!elements.includes(name))
      this.fail(
        node,
        `<${name}> is no part of an exercise of kind ${this.kind}. ${has(fences, elements)}`,
      );
    if (!node.children?.some((child) => child.type !== 'text' || child.value?.trim()))
      this.fail(node, `<${name}> is empty.`);
    if (name === 'Answer' && this.elements.Answer.length > 0)
      this.fail(node, 'there is an <Answer> already. Make one of the two.');
    this.elements[name].push(node);
  }

  private takeFence(node: MarkdownNode): void {
    const name = node.meta?.trim() ?? '';
    if (!FENCES.includes(name)) {
      const cell = /^cell\b/.test(name) ? ' An exercise has no cells.' : '';
      this.fail(
        node,
        `a fence "${name}" is not known.${cell}${didYouMean(name, FENCES)} Known: ${FENCES.join(', ')}. Code that is only shown has nothing after its language.`,
      );
    }
    if (node.lang !== 'ts')
      this.fail(node, `write \`\`\`ts ${name}, not \`\`\`${node.lang} ${name}.`);
    this.begin(node);
    const { elements, fences } = ALLOWED[this.kind];
    if (!fences.includes(name))
      this.fail(
        node,
        `a fence \`\`\`ts ${name} is no part of an exercise of kind ${this.kind}. ${has(fences, elements)}`,
      );
    const { line } = placeOf(node);
    const fence = { name: `\`\`\`ts ${name}`, code: node.value ?? '', line, file: this.file };
    if (!fence.code.trim() && name !== 'setup') this.fail(node, `${fence.name} is empty.`);
    if (name === 'mistake') {
      this.mistakes.push(fence);
      return;
    }
    const first = this.fences.get(name);
    if (first)
      this.fail(node, `${fence.name} is on line ${first.line} already. Make one of the two.`);
    this.fences.set(name, fence);
  }

  private begin(node: MarkdownNode): void {
    this.partLine ||= placeOf(node).line;
  }
}

const WHY: Readonly<Record<string, string>> = {
  starter: 'It is the code that a reader begins with.',
  solution: 'It is the code that a reader may ask for, and that must pass.',
  tests: 'Each `test("sentence", () => …)` in it counts points.',
  'hidden-tests':
    'Its tests are run where the course is graded, so that no answer is made for the others alone.',
  reveal: 'Its last expression is the number or the curve that was to be predicted.',
};

function has(fences: readonly string[], elements: readonly string[]): string {
  const all = [...fences.map((name) => `\`\`\`ts ${name}`), ...elements.map((name) => `<${name}>`)];
  return `It has: ${all.join(', ')}.`;
}

/**
 * The parts of a node at the top of a document, or null where it is none. Elements on one line each, without
 * an empty line between them, are one paragraph to the parser.
 */
function partElements(node: MarkdownNode): MarkdownNode[] | null {
  const isPart = ({ name }: MarkdownNode) => ELEMENTS.includes(name ?? '');
  if (node.type === 'mdxJsxFlowElement') return isPart(node) ? [node] : null;
  if (node.type !== 'paragraph') return null;
  const children = (node.children ?? []).filter(
    ({ type, value }) => type !== 'text' || value?.trim(),
  );
  return children.length > 0 && children.every(isPart) ? children : null;
}
