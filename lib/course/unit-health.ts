/** Functions that are exactly 0 for a whole half of their inputs. */
const CAN_DIE = new Set(['relu', 'relu6']);

/**
 * The size beyond which an activation's slope is below 5 % of the function's steepest: of the sigmoid, whose
 * steepest slope is 1/4, where a (1 - a) < 0.0125; of tanh, whose is 1, where 1 - a² < 0.05.
 */
const FLAT: Readonly<Record<string, (value: number) => boolean>> = {
  sigmoid: (value) => value * (1 - value) < 0.0125,
  tanh: (value) => 1 - value * value < 0.05,
};

/**
 * How many units are 0 for every example, and what share of the activations is saturated; NaN where the function
 * knows no such thing.
 * @param values row-major `[..., units]`
 */
export function unitHealth(
  values: Float32Array,
  units: number,
  activation: string,
): { dead: number; saturated: number } {
  const isFlat = FLAT[activation];
  return {
    dead: CAN_DIE.has(activation) ? deadUnits(values, units) : NaN,
    saturated: isFlat ? values.filter(isFlat).length / values.length : NaN,
  };
}

function deadUnits(values: Float32Array, units: number): number {
  const alive = new Uint8Array(units);
  values.forEach((value, i) => {
    if (value !== 0) alive[i % units] = 1;
  });
  return units - alive.reduce((sum, one) => sum + one, 0);
}
