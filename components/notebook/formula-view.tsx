'use client';

import 'katex/dist/katex.min.css';
import { useMemo } from 'react';
import { Formula } from '@/components/mdx/formula';
import { formulaHtml } from '@/lib/notebooks/markdown/formula-html';
import styles from './markdown.module.css';
import { Scroller } from './scroller';

/** A formula in TeX, set by KaTeX; as it was typed and why, where that can't read it. */
export function FormulaView({ tex, display }: { tex: string; display: boolean }) {
  const made = useMemo(() => formulaHtml(tex, display, 'html'), [tex, display]);
  if ('html' in made) {
    const formula = <Formula html={made.html} />;
    return display ? <Scroller label="Formula">{formula}</Scroller> : formula;
  }
  return (
    <code className={styles.fault}>
      {tex} <span>({made.reason})</span>
    </code>
  );
}
