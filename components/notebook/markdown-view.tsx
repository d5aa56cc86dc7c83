'use client';

import { createElement, type ReactNode, useMemo } from 'react';
import { lateComponent } from '@/components/ui/late-component';
import { markdownPieces } from '@/lib/notebooks/markdown/markdown-pieces';
import type { Piece } from '@/lib/notebooks/markdown/piece';
import styles from './markdown.module.css';
import { Scroller } from './scroller';

const FormulaView = lateComponent(async () => (await import('./formula-view')).FormulaView);

/** A text in Markdown as it reads. `prefix`: unique on the page. */
export function MarkdownView({ text, prefix }: { text: string; prefix: string }) {
  const pieces = useMemo(() => markdownPieces(text, prefix), [text, prefix]);
  return drawn(pieces);
}

function drawn(pieces: readonly Piece[]): ReactNode {
  return pieces.map((piece, at) => <One key={at} piece={piece} />);
}

function One({ piece }: { piece: Piece }): ReactNode {
  if (typeof piece === 'string') return piece;
  switch (piece.kind) {
    case 'formula': {
      const { tex, display } = piece;
      return <FormulaView tex={tex} display={display} meanwhile={<code>{tex}</code>} />;
    }
    case 'element':
      return <Drawn {...piece} />;
    default:
      return piece satisfies never;
  }
}

type Element = Extract<Piece, { kind: 'element' }>;

function Drawn({ tag, attributes, children }: Element) {
  const content = children.length === 0 ? undefined : drawn(children);
  const element = createElement(
    tag,
    // A box that nobody can tick is only read.
    tag === 'input' ? { ...attributes, readOnly: true } : { ...attributes, className: styles[tag] },
    content,
  );
  return tag === 'table' ? <Scroller label="Table">{element}</Scroller> : element;
}
