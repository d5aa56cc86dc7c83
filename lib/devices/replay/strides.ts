/** Elements from one to the next along each axis, of an array without gaps. */
export function stridesOf(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length).fill(1);
  for (let i = shape.length - 2; i >= 0; i--) strides[i] = strides[i + 1]! * shape[i + 1]!;
  return strides;
}

export const sizeOf = (shape: readonly number[]) => shape.reduce((size, n) => size * n, 1);

/** Arrays that are walked together: how far along each axis, and the steps that each of them takes. */
export type Walk = { shape: number[]; steps: number[][] };

/** The steps of an array that is spread over a larger shape as broadcasting does: 0 along axes that it lacks. */
export function spreadSteps(shape: readonly number[], over: readonly number[]): number[] {
  const strides = stridesOf(shape);
  const lacking = over.length - shape.length;
  return over.map((_, i) => {
    const axis = i - lacking;
    return axis < 0 || shape[axis] === 1 ? 0 : strides[axis]!;
  });
}

/** The same walk with as few axes as can be: those of length 1 are left out, and neighbours that go on evenly are one. */
export function simplified({ shape, steps }: Walk): Walk {
  const kept = shape.flatMap((n, i) => (n === 1 ? [] : [i]));
  const result: Walk = { shape: [], steps: steps.map(() => []) };
  for (const axis of kept) {
    const n = shape[axis]!;
    const last = result.shape.length - 1;
    const goesOn = last >= 0 && steps.every((own, k) => result.steps[k]![last] === own[axis]! * n);
    if (goesOn) {
      result.shape[last]! *= n;
      steps.forEach((own, k) => (result.steps[k]![last] = own[axis]!));
    } else {
      result.shape.push(n);
      steps.forEach((own, k) => result.steps[k]!.push(own[axis]!));
    }
  }
  return result;
}

/** The same walk with axes of length 1 before it, to have so many. Null if it has more. */
export function withAxes({ shape, steps }: Walk, axes: number): Walk | null {
  const missing = axes - shape.length;
  if (missing < 0) return null;
  return {
    shape: [...new Array<number>(missing).fill(1), ...shape],
    steps: steps.map((own) => [...new Array<number>(missing).fill(0), ...own]),
  };
}
