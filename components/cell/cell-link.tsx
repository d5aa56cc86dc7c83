'use client';

import type { CSSProperties, FocusEventHandler, PointerEventHandler, ReactNode } from 'react';
import type { CellId } from '@/lib/protocol';
import { goToCell } from './go-to-cell';

type Props = {
  cell: CellId;
  className?: string | undefined;
  style?: CSSProperties;
  /** In place of its text, for a screen reader. */
  label?: string;
  onPointerEnter?: PointerEventHandler;
  onPointerLeave?: PointerEventHandler;
  onFocus?: FocusEventHandler;
  onBlur?: FocusEventHandler;
  children: ReactNode;
};

/** A link to a cell of this page. It leaves the address alone, whose fragment may hold shared code. */
export function CellLink({ cell, label, children, ...rest }: Props) {
  return (
    <a
      {...rest}
      href={`#cell-${cell}`}
      aria-label={label}
      onClick={(event) => {
        event.preventDefault();
        goToCell(cell);
      }}
    >
      {children}
    </a>
  );
}
