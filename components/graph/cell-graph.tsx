'use client';

import { useMemo, useState } from 'react';
import { CellLink as LinkToCell } from '@/components/cell/cell-link';
import { useStableValue } from '@/components/variables/use-stable-value';
import type { CellId } from '@/lib/protocol';
import { cellMap, type MapCell } from '@/lib/lesson/cell-map';
import { graphLayout } from '@/lib/lesson/graph-layout';
import styles from './cell-graph.module.css';
import { GraphLines } from './graph-lines';
import { StateMark } from './state-mark';

/** In CSS pixels; a row holds three lines of text and can be hit by a thumb. */
const ROW = 56;
const ROOM = 112;

/** What feeds what: the page's cells in their order, with lines for the variables that go from one to another. */
export function CellGraph() {
  const { cells, links } = useStableValue(cellMap);
  const layout = useMemo(() => {
    const order = cells.map(({ id }) => id);
    return graphLayout(order, links, { row: ROW, room: ROOM });
  }, [cells, links]);
  const [near, setNear] = useState<CellId | null>(null);
  if (cells.length === 0) return <p className={styles.empty}>This page has no cells yet.</p>;
  return (
    <>
      <div className={styles.graph}>
        <GraphLines layout={layout} near={near} titles={titlesOf(cells)} />
        <ol className={styles.list}>
          {cells.map((cell) => (
            <li key={cell.id} style={{ height: ROW }}>
              <Node cell={cell} onNear={setNear} />
            </li>
          ))}
        </ol>
      </div>
      <Key />
    </>
  );
}

function titlesOf(cells: readonly MapCell[]): ReadonlyMap<CellId, string> {
  return new Map(cells.map(({ id, title }) => [id, title]));
}

type NodeProps = { cell: MapCell; onNear: (id: CellId | null) => void };

function Node({ cell, onNear }: NodeProps) {
  const enter = () => onNear(cell.id);
  const leave = () => onNear(null);
  return (
    <LinkToCell
      cell={cell.id}
      className={styles.node}
      label={cell.sentence}
      onPointerEnter={enter}
      onPointerLeave={leave}
      onFocus={enter}
      onBlur={leave}
    >
      <span className={styles.title}>{cell.title}</span>
      <span className={styles.state} data-state={cell.state}>
        <StateMark state={cell.state} />
        {cell.word}
      </span>
      <span className={styles.summary} title={cell.summary}>
        {cell.summary}
      </span>
    </LinkToCell>
  );
}

/** The two sorts of line, drawn as they are above. */
function Key() {
  return (
    <ul className={styles.key}>
      <li>
        <svg viewBox="0 0 32 12" width="32" height="12" aria-hidden="true">
          <path className={styles.sample} d="M1 6H24" />
          <path className={styles.sampleHead} d="M31 6l-7-3.5v7z" />
        </svg>
        feeds
      </li>
      <li>
        <svg viewBox="0 0 32 12" width="32" height="12" aria-hidden="true">
          <path className={styles.sample} data-change="" d="M1 6H24" />
          <path className={styles.sampleHead} data-change="" d="M31 6l-4-3.5-4 3.5 4 3.5z" />
        </svg>
        trains or disposes
      </li>
    </ul>
  );
}
