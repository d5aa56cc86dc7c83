import { rules } from './rule';

const CUT =
  'The loss has to be computed from the variables by TensorFlow.js operations, inside the function: values taken out with `dataSync()`, `arraySync()` or `data()` cut the way back.';

/** Failures of gradients, optimizers and `tidy`. */
export const GRADIENT_RULES = rules([
  [/^Cannot find a connection between any variable/, CUT],
  [/^Cannot compute gradient of y=f\(x\)/, CUT],
  [
    /^The f passed in variableGrads\(f\) must return a scalar, but it returned a rank-(\d+) tensor/,
    (got) =>
      `The function whose loss \`minimize\` or \`variableGrads\` lowers has to return one number, and it returned a tensor of rank ${got}: end it with \`.mean()\` or \`.sum()\`.`,
  ],
  [
    /^The result y returned by f\(\) must be a tensor/,
    'The function whose gradient is taken has to return a tensor, and returned something else: return the loss itself, not a number of it, write `return` in a function with braces, and do not make it `async`.',
  ],
  [
    /^variableGrads\(\) expects at least one of the input variables to be trainable, but none of the (\d+) variables is trainable/,
    (count) =>
      count === '0'
        ? 'The optimizer has no variable to change, since none is there yet: make one with `tf.variable(…)`, before the function is called.'
        : `The optimizer has no variable to change, since none of the ${count} is trainable: make one with \`tf.variable(value, true)\`, or set \`layer.trainable = true\`.`,
  ],
  [
    /^The f passed in (\w+)\(f\) must be a function/,
    (operation) =>
      `\`${operation === 'variableGrads' ? 'minimize` or `variableGrads' : operation}\` takes a function that computes the loss, not the loss: write \`() => loss(model.predict(xs), ys)\`.`,
  ],
  [
    /^Cannot compute gradient: gradient function not found for (\w+)/,
    (kernel) =>
      `The loss goes through \`${kernel[0]?.toLowerCase()}${kernel.slice(1)}\`, which has no gradient: compute the loss without it, for example from probabilities in place of picked classes.`,
  ],
  [
    /^The args passed in (\w+)\(f\)\(args\) must be an array/,
    (operation) =>
      `The function that \`${operation}\` gives takes all arguments in one list: write \`tf.${operation}(f)([a, b])\`.`,
  ],
  [
    /^Error in gradient for op (\w+)\. The gradient of input '(\w+)' has shape '(\S*?)', which does not match the shape of the input '(\S*?)'/,
    (operation, _, got, wanted) =>
      `The gradient that came back to \`${operation.toLowerCase()}\` has shape [${got.split(',').join(', ')}], and its input has [${wanted.split(',').join(', ')}]: give \`dy\` the shape of the function's result.`,
  ],
  [
    /^Please provide a function to tidy\(\)/,
    '`tf.tidy` takes a function and calls it: write `tf.tidy(() => x.mul(2))` in place of `tf.tidy(x.mul(2))`.',
  ],
  [
    /^Cannot return a Promise inside of tidy/,
    'The function given to `tf.tidy` is `async` or returns a promise, so tensors made after its first `await` are not freed: read the values outside of it, or name the tensors and `tf.dispose` of them yourself.',
  ],
]);
