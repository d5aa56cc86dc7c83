import { formatNumber } from './format';

/** As `formatNumber`, without zeros that say nothing: "0.5", "−1", "1.3". For numbers that stand alone, not in columns. */
export const formatShort = (value: number): string =>
  formatNumber(value).replace(/(\.\d*?)0+$/, (_, digits: string) => (digits === '.' ? '' : digits));
