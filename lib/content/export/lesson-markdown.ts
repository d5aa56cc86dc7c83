import { cellOf } from '../cells';
import { descend, isElement, placeOf, textOf, type MarkdownNode } from '../markdown-node';
import { parseTree, type ParsedLesson } from '../parse-lesson';
import { exerciseNote, MOVING } from './html-components';

/** The document, the number of each footnote in the order of first references, and the titles of exercises. */
type Source = {
  body: string;
  notes: ReadonlyMap<string, number>;
  titles: ReadonlyMap<string, string>;
};

/**
 * A lesson's text as Markdown that Jupyter reads (GitHub's, with formulas): before the first cell, between the cells,
 * and after the last. Components become what Markdown has, footnotes a numbered list at the end.
 */
export function lessonMarkdown(
  { body, file }: ParsedLesson,
  titles: ReadonlyMap<string, string> = new Map(),
): string[] {
  const tree = parseTree(body, file);
  const source = { body, notes: noteNumbers(tree), titles };
  const parts: string[][] = [[]];
  for (const node of tree.children ?? []) {
    if (cellOf(node, file) !== null) parts.push([]);
    else parts.at(-1)?.push(block(node, source));
  }
  parts.at(-1)?.push(notes(tree, source));
  return parts.map(joined);
}

function noteNumbers(tree: MarkdownNode): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const { node } of descend(tree)) {
    const id = node.type === 'footnoteReference' ? node.identifier : undefined;
    if (id !== undefined && !numbers.has(id)) numbers.set(id, numbers.size + 1);
  }
  return numbers;
}

function notes(tree: MarkdownNode, source: Source): string {
  const defined = (tree.children ?? []).filter(({ type }) => type === 'footnoteDefinition');
  const lines = defined
    .map((node) => ({ number: source.notes.get(node.identifier ?? ''), node }))
    .filter(({ number }) => number !== undefined)
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0))
    .map(({ number, node }) => `${number}. ${indented(blocks(node, source))}`);
  return lines.length === 0 ? '' : `## Notes and references\n\n${lines.join('\n')}`;
}

const indented = (text: string) => text.replace(/\n(?=.)/g, '\n   ');
const quoted = (text: string) => text.replace(/^/gm, '> ').replace(/^> $/gm, '>');
const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join('\n\n');

function blocks(parent: MarkdownNode, source: Source): string {
  return joined((parent.children ?? []).map((node) => block(node, source)));
}

function block(node: MarkdownNode, source: Source): string {
  const only = node.type === 'paragraph' && node.children?.length === 1 ? node.children[0] : null;
  // A component on one line is a paragraph to the parser.
  if (only && isElement(only) && only.name !== 'Key') return element(only, source);
  if (isElement(node)) return element(node, source);
  switch (node.type) {
    case 'footnoteDefinition':
      return '';
    case 'mdxFlowExpression':
      return expressionText(node);
    default:
      return written(node, source);
  }
}

function element(node: MarkdownNode, source: Source): string {
  const inner = () => (node.type === 'mdxJsxFlowElement' ? blocks : phrases)(node, source);
  switch (node.name) {
    case 'Aside':
      return quoted(inner());
    case 'Exercise':
      return `*${exerciseNote(source.titles.get(attribute(node, 'id')))}*`;
    case 'ForwardPass':
      return `*${MOVING}*`;
    case 'Predict':
      return `**Predict:** ${attribute(node, 'question')}\n\n${quoted(inner())}`;
    case 'SideBySide': {
      const names = [attribute(node, 'left'), attribute(node, 'right')];
      const fences = (node.children ?? []).map((child) => block(child, source));
      return fences.map((fence, at) => `**${names[at]}**\n\n${fence}`).join('\n\n');
    }
    case 'Wide':
      return inner();
    default:
      return written(node, source);
  }
}

function phrases(node: MarkdownNode, source: Source): string {
  return (node.children ?? []).map((child) => written(child, source)).join('');
}

/** A node as its author wrote it, but for what only MDX knows. Lines lose the indentation of the component around them. */
function written(node: MarkdownNode, source: Source): string {
  const [from, to] = extent(node);
  let text = '';
  let at = from;
  for (const { node: inner } of descend(node)) {
    const instead = replacement(inner, source);
    const [start, end] = extent(inner);
    if (instead === null || start < at) continue;
    text += source.body.slice(at, start) + instead;
    at = end;
  }
  text += source.body.slice(at, to);
  const indent = placeOf(node).column - 1;
  return indent === 0 ? text : text.replace(new RegExp(`\\n {1,${indent}}`, 'g'), '\n');
}

/** What stands for a node that Markdown doesn't know; null for one that it does. */
function replacement(node: MarkdownNode, { notes }: Source): string | null {
  switch (node.type) {
    case 'footnoteReference':
      return raised(notes.get(node.identifier ?? '') ?? 0);
    case 'mdxJsxTextElement':
      return node.name === 'Key' ? `\`${textOf(node)}\`` : null;
    case 'mdxTextExpression':
      return expressionText(node);
    default:
      return null;
  }
}

/** 12 as ¹²: brackets would be a link in some places and a formula in others. */
function raised(number: number): string {
  return `${number}`.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));
}

/** A literal's text; `checkMarkdown` lets nothing else pass but comments. */
function expressionText({ value = '' }: MarkdownNode): string {
  const literal = value.trim();
  if (literal.startsWith('/')) return '';
  return /^(["'`])[^]*\1$/.test(literal) ? literal.slice(1, -1) : literal;
}

function attribute(node: MarkdownNode, name: string): string {
  const value = node.attributes?.find((each) => each.name === name)?.value;
  return typeof value === 'string' ? value : (value?.value ?? '');
}

function extent({ position }: MarkdownNode): [from: number, to: number] {
  const from = position?.start.offset ?? 0;
  return [from, position?.end?.offset ?? from];
}
