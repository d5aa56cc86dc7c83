/**
 * @param {readonly number[]} values at least one
 * @returns {number} the middle value, or the mean of the two in the middle
 */
export function median(values) {
  return quantile(values, 0.5);
}

/**
 * The quantile `q` (0 to 1) by linear interpolation between order statistics: type 7 of Hyndman and Fan, 1996.
 * @param {readonly number[]} values at least one
 * @param {number} q
 */
export function quantile(values, q) {
  if (values.length === 0) throw new RangeError('There is no quantile of no values.');
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * q;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

/**
 * What the tables show of a series: its median, its quartiles and its ends.
 * @param {readonly number[]} values at least one
 */
export function summarize(values) {
  return {
    median: median(values),
    low: quantile(values, 0.25),
    high: quantile(values, 0.75),
    min: Math.min(...values),
    max: Math.max(...values),
    values: [...values],
  };
}

/**
 * How many times `ours` is of `theirs`: the ratio of the medians, and the quartiles of the ratios round by round,
 * which a slow spell of the machine moves less, since it meets both of a round.
 * @param {readonly number[]} ours
 * @param {readonly number[]} theirs of the same length, round for round
 */
export function ratio(ours, theirs) {
  const paired = ours.map((value, round) => value / theirs[round]);
  return {
    ofMedians: median(ours) / median(theirs),
    low: quantile(paired, 0.25),
    high: quantile(paired, 0.75),
  };
}
