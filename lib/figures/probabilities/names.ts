import type { ProbabilitiesData } from './data';

/** Spaces and line ends would not be seen. */
export const visible = (text: string) =>
  text.replaceAll('\n', '\u21b5').replace(/^ +$/, '\u2423') || '\u2205';

export const nameOf = (data: ProbabilitiesData, label: number) => visible(data.labels[label] ?? '');
