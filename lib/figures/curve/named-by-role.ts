import type { Panel } from './scene';

/** A metric without a validation twin and without a usual name is called by its own. */
export const isNamedByRole = ({ base, lines }: Panel): boolean =>
  base === 'loss' || base === 'accuracy' || lines.length > 1;
