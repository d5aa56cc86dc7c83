import { formatNumber } from '../format';

/** "12.00 °C"; a series may be without a unit. */
export const numberWords = (value: number, unit: string) =>
  unit === '' ? formatNumber(value) : `${formatNumber(value)} ${unit}`;

/** "size of the error, °C". */
export const labelWords = (label: string, unit: string) =>
  unit === '' ? label : `${label}, ${unit}`;
