import { Fragment } from 'react';
import { ConsoleView } from '@/components/output/console-view';
import { PlainOutput } from '@/components/output/plain-output';
import { outputBlocks, type OutputBlock, type SingleOutput } from '@/lib/lesson/output-blocks';
import type { StillCell, StillFigure } from '@/lib/recorded/still';
import own from './recorded.module.css';
import { StillFigureView } from './still-figure';

/**
 * What a cell showed when it was recorded, with pictures of its figures. Only the server renders it, so that reading
 * costs none of its code.
 */
export function StillOutputs({ still }: { still: StillCell }) {
  const blocks = outputBlocks(still.outputs);
  const first = blocks.findIndex((block) => figureOf(block, still)?.time === 'shared');
  return (
    <>
      {blocks.map((block, index) => (
        <Fragment key={index}>
          {/* The place of the bar that moves them. */}
          {index === first && <div className={own.bar} />}
          <Block block={block} still={still} />
        </Fragment>
      ))}
    </>
  );
}

function figureOf(block: OutputBlock, still: StillCell): StillFigure | undefined {
  if (block.kind !== 'single' || block.output.kind !== 'figure') return undefined;
  return still.figures[block.output.figure.id];
}

function Block({ block, still }: { block: OutputBlock; still: StillCell }) {
  switch (block.kind) {
    case 'console':
      return <ConsoleView lines={block.lines} />;
    case 'control':
      // It was recorded in words.
      return null;
    case 'single':
      return <Single output={block.output} figure={figureOf(block, still)} />;
    default:
      return block satisfies never;
  }
}

type SingleProps = { output: SingleOutput; figure: StillFigure | undefined };

function Single({ output, figure }: SingleProps) {
  if (output.kind !== 'figure') return <PlainOutput output={output} />;
  return figure === undefined ? null : <StillFigureView figure={figure} />;
}
