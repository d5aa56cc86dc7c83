import { escapeHtml } from '@/lib/export/escape-html';
import { formulaHtml } from './formula-html';
import { markdownPieces } from './markdown-pieces';
import type { Attributes, Piece } from './piece';

/** A text in Markdown as HTML for a file, formulas as MathML. Safe to write as it is. */
export function markdownHtml(text: string, prefix: string): string {
  return markdownPieces(text, prefix).map(htmlOf).join('');
}

const EMPTY: readonly string[] = ['hr', 'br', 'img', 'input'];

function htmlOf(piece: Piece): string {
  if (typeof piece === 'string') return escapeHtml(piece);
  switch (piece.kind) {
    case 'element': {
      const { tag, attributes, children } = piece;
      const open = `<${tag}${attributesHtml(attributes)}>`;
      return EMPTY.includes(tag) ? open : `${open}${children.map(htmlOf).join('')}</${tag}>`;
    }
    case 'formula': {
      const made = formulaHtml(piece.tex, piece.display, 'mathml');
      return 'html' in made ? made.html : `<code>${escapeHtml(piece.tex)}</code>`;
    }
    default:
      return piece satisfies never;
  }
}

function attributesHtml(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => {
      if (typeof value === 'boolean') return value ? ` ${name}` : '';
      return ` ${name}="${escapeHtml(value)}"`;
    })
    .join('');
}
