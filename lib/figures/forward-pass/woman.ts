/** One measurement: its value, and the mean and deviation of its column, by which it is standardised. */
export type Measurement = { name: string; value: number; mean: number; deviation: number };

/**
 * A woman of `data/pima-diabetes`, line 16 of the file, of whom all eight numbers were taken. Mean
 * and (population) standard deviation are those of the column's measured values.
 */
export const WOMAN: readonly Measurement[] = [
  { name: 'pregnancies', value: 5, mean: 3.845, deviation: 3.367 },
  { name: 'glucose', value: 166, mean: 121.7, deviation: 30.52 },
  { name: 'pressure', value: 72, mean: 72.41, deviation: 12.37 },
  { name: 'skin fold', value: 19, mean: 29.15, deviation: 10.47 },
  { name: 'insulin', value: 175, mean: 155.5, deviation: 118.6 },
  { name: 'BMI', value: 25.8, mean: 32.46, deviation: 6.92 },
  { name: 'family', value: 0.587, mean: 0.4719, deviation: 0.3311 },
  { name: 'age', value: 51, mean: 33.24, deviation: 11.75 },
];

/** Whether she developed diabetes within five years: she did. */
export const TRUTH = 1;

/** Her numbers as a network takes them: how many deviations above the mean. */
export const standardised = (woman: readonly Measurement[]): number[] =>
  woman.map(({ value, mean, deviation }) => (value - mean) / deviation);
