import { LESSON_COMPONENTS, type ComponentSpecs } from './components';
import { ContentError } from './content-error';
import { didYouMean } from './did-you-mean';
import { LANGUAGES } from './languages';
import {
  descend,
  isElement,
  placeOf,
  type MarkdownAttribute,
  type MarkdownNode,
} from './markdown-node';
import { isPlainData } from './plain-data';

type Check = (node: MarkdownNode, components: ComponentSpecs) => string | null;

function isPlainAttribute({ type, value }: MarkdownAttribute): boolean {
  if (type !== 'mdxJsxAttribute') return false;
  return typeof value !== 'object' || value === null || isPlainData(value.data?.estree);
}

function checkAttributes(
  node: MarkdownNode,
  name: string,
  components: ComponentSpecs,
): string | null {
  const attributes = node.attributes ?? [];
  const odd = attributes.find((attribute) => !isPlainAttribute(attribute));
  if (odd) return `<${name}>: attribute values must be plain text or numbers.`;
  const spec = components[name];
  if (!spec) return null;
  const given = attributes.map((attribute) => attribute.name ?? '');
  const known = [...spec.required, ...spec.optional];
  const unknown = given.find((attribute) => !known.includes(attribute));
  if (unknown) return `<${name}> has no attribute "${unknown}".${didYouMean(unknown, known)}`;
  const missing = spec.required.find((attribute) => !given.includes(attribute));
  return missing ? `<${name}> needs the attribute ${missing}="…".` : null;
}

const checkElement: Check = (node, components) => {
  if (!isElement(node) || !node.name) return null;
  const isComponent = /^[A-Z]|\./.test(node.name);
  if (isComponent && !components[node.name]) {
    const known = Object.keys(components);
    return `unknown component <${node.name}>.${didYouMean(node.name, known)} Known: ${known.join(', ')}.`;
  }
  return checkAttributes(node, node.name, components);
};

const checkSideBySide: Check = (node) => {
  if (!isElement(node) || node.name !== 'SideBySide') return null;
  const fences = node.children ?? [];
  const ok = fences.length === 2 && fences.every((child) => child.type === 'code');
  return ok ? null : '<SideBySide> must hold exactly two fenced blocks and nothing else.';
};

const checkExpression: Check = (node) => {
  switch (node.type) {
    case 'mdxjsEsm':
      return 'lessons do not use import or export; components are simply there.';
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return isPlainData(node.data?.estree)
        ? null
        : `{${node.value ?? ''}} is code. Write \\{ for a brace, or $…$ for a formula.`;
    default:
      return null;
  }
};

const checkFence: Check = (node) => {
  if (node.type !== 'code') return null;
  if (node.lang && node.lang in LANGUAGES) return null;
  const known = Object.keys(LANGUAGES).join(', ');
  return `a fenced block needs a language, one of: ${known}${node.lang ? `; not "${node.lang}"` : ''}.`;
};

const checkImage: Check = (node) =>
  node.type === 'image' && !node.alt?.trim()
    ? 'an image needs a text that says what it shows: ![text](address).'
    : null;

const checkHeading: Check = (node) => {
  if (node.type !== 'heading') return null;
  const inside = [...descend(node)].map(({ node: { type } }) => type);
  return inside.includes('link') || inside.includes('footnoteReference')
    ? 'a heading is a link already; put links and notes into the text below it.'
    : null;
};

const CHECKS: readonly Check[] = [
  checkHeading,
  checkElement,
  checkSideBySide,
  checkExpression,
  checkFence,
  checkImage,
];

/** Throws `ContentError` at the first node that a document with these components may not hold. */
export function checkMarkdown(
  tree: MarkdownNode,
  file: string,
  components: ComponentSpecs = LESSON_COMPONENTS,
): void {
  for (const { node } of descend(tree)) {
    for (const check of CHECKS) {
      const reason = check(node, components);
      if (reason) throw new ContentError(file, placeOf(node), reason);
    }
  }
}
