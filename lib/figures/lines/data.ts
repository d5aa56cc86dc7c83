import type { FrameData } from '@/lib/protocol';

export type LinesData = FrameData['lines'];
export type LinesSeries = LinesData['series'][number];

/** As its label has it: a line without any finite number is not drawn, and says so. */
export const labelOf = ({ name, y }: LinesSeries): string =>
  y.length > 0 && !y.some(Number.isFinite) ? `${name}: NaN` : name;
