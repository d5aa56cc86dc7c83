import { table } from './table.mjs';

/** @typedef {{ figure: string, wanted: string, found: string, met: boolean }} Target */

/** @returns {Target} a figure that may not be above `limit` */
export function atMost(figure, value, limit, unit, digits = 0) {
  return target(
    figure,
    value,
    `at most ${limit.toFixed(digits)} ${unit}`,
    value <= limit,
    unit,
    digits,
  );
}

/** @returns {Target} a figure that may not be below `limit` */
export function atLeast(figure, value, limit, unit, digits = 0) {
  return target(
    figure,
    value,
    `at least ${limit.toFixed(digits)} ${unit}`,
    value >= limit,
    unit,
    digits,
  );
}

function target(figure, value, wanted, met, unit, digits) {
  return { figure, wanted, found: `${value.toFixed(digits)} ${unit}`, met };
}

/** @param {readonly Target[]} targets */
export function targetsReport(targets) {
  if (targets.length === 0) return '';
  return table(
    'Targets',
    ['', 'target', 'found', ''],
    targets.map(({ figure, wanted, found, met }) => [
      figure,
      wanted,
      found,
      met ? 'met' : 'MISSED',
    ]),
  );
}
