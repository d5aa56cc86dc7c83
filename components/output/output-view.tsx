import type { FigureHistory } from '@/lib/kernel/state';
import type { SingleOutput } from '@/lib/lesson/output-blocks';
import { FigureSlot } from './figure-slot';
import { PlainOutput } from './plain-output';

type Props = {
  output: SingleOutput;
  figures: Readonly<Record<string, FigureHistory>>;
  /** Whether the run that made it is still going on. */
  live: boolean;
};

/** One output other than the console's and the controls. */
export function OutputView({ output, figures, live }: Props) {
  if (output.kind !== 'figure') return <PlainOutput output={output} />;
  const { figure } = output;
  return <FigureSlot history={figures[figure.id] ?? { figure, frames: [] }} live={live} />;
}
