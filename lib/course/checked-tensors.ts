import * as core from '@tensorflow/tfjs-core';

/*
 * TensorFlow.js looks at the first row alone, and makes a broken tensor of rows of different lengths. It has a test
 * for that, one that visits every number and so is off; a look at the length of each row is nearly free, and where
 * the lengths differ, its own test is switched on to say so.
 */
const FLAG = 'TENSORLIKE_CHECK_SHAPE_CONSISTENCY';

type Make = (values: never, ...rest: never[]) => core.Tensor;

function checked<M extends Make>(make: M): M {
  return ((values, ...rest) => {
    if (!isRagged(values)) return make(values, ...rest);
    const before = core.env().getBool(FLAG);
    core.env().set(FLAG, true);
    try {
      return make(values, ...rest);
    } finally {
      core.env().set(FLAG, before);
    }
  }) as M;
}

/** Whether lists in this nested list differ in length from the first of their level. */
function isRagged(values: unknown): boolean {
  if (!Array.isArray(values) || !isList(values[0])) return false;
  const { length } = values[0];
  return (
    values.some((row) => !isList(row) || row.length !== length) ||
    values.some((row: unknown) => isRagged(row))
  );
}

const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));

export const tensor = checked(core.tensor);
export const tensor2d = checked(core.tensor2d);
export const tensor3d = checked(core.tensor3d);
export const tensor4d = checked(core.tensor4d);
