import type { MDXComponents } from 'mdx/types';
import { Cell } from '@/components/cell/cell';
import { Aside } from './aside';
import { CellCode } from './cell-code';
import { CodeBlock } from './code-block';
import { DisplayFormula, Formula } from './formula';
import { ForwardPass } from './forward-pass/forward-pass';
import { Heading2, Heading3, Heading4 } from './heading';
import { InlineCode } from './inline-code';
import { Key } from './key';
import { Picture } from './picture';
import { Predict } from './predict';
import { SideBySide } from './side-by-side';
import { Table } from './table';
import { TextLink } from './text-link';
import { Wide } from './wide';

/**
 * What a lesson's MDX is drawn with. Authors write the second group by name (`lib/content/components.ts`
 * lists them with their attributes); the third is what fences, formulas and images become.
 */
export const mdxComponents: MDXComponents = {
  h2: Heading2,
  h3: Heading3,
  h4: Heading4,
  a: TextLink,
  code: InlineCode,
  table: Table,

  Aside,
  ForwardPass,
  Key,
  Predict,
  SideBySide,
  Wide,

  Cell,
  CellCode,
  CodeBlock,
  DisplayFormula,
  Formula,
  Picture,
};
