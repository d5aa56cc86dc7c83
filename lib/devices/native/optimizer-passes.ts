/**
 * One step of an optimizer in one pass over one variable, as TensorFlow.js's own optimizers compute it, to rounding.
 *
 * Addresses are bytes. `w` is the variable, `g` its gradient; the addresses between them are the optimizer's slots in
 * the order of its `getWeights`, which are updated in place. `out` is where the variable's new value goes, which may be
 * `w` itself. All of them hold `size` floats. Whoever updates `w` in place must tell the WASM backend, which caches
 * packed weights by the tensor's id.
 */
export type OptimizerPasses = {
  sgd(w: number, g: number, size: number, learningRate: number, out: number): void;

  /** @param useNesterov 0 or 1 */
  momentum(
    w: number,
    m: number,
    g: number,
    size: number,
    learningRate: number,
    momentum: number,
    useNesterov: number,
    out: number,
  ): void;

  /** @param s mean squares @param m moments */
  rmsProp(
    w: number,
    s: number,
    m: number,
    g: number,
    size: number,
    learningRate: number,
    decay: number,
    momentum: number,
    epsilon: number,
    out: number,
  ): void;

  /** @param s mean squares @param m moments @param a mean gradients */
  rmsPropCentered(
    w: number,
    s: number,
    m: number,
    a: number,
    g: number,
    size: number,
    learningRate: number,
    decay: number,
    momentum: number,
    epsilon: number,
    out: number,
  ): void;

  /**
   * @param m first moments @param v second moments
   * @param accBeta1 beta1 to the power of the step, which counts from 1: the optimizer's `accBeta1` before this step,
   * which the caller multiplies by beta1 once all variables are updated. So with accBeta2.
   */
  adam(
    w: number,
    m: number,
    v: number,
    g: number,
    size: number,
    learningRate: number,
    beta1: number,
    beta2: number,
    epsilon: number,
    accBeta1: number,
    accBeta2: number,
    out: number,
  ): void;

  /**
   * @param m first moments @param u weighted infinity norms
   * @param learningRate already divided by 1 + decay * iteration
   */
  adamax(
    w: number,
    m: number,
    u: number,
    g: number,
    size: number,
    learningRate: number,
    beta1: number,
    beta2: number,
    epsilon: number,
    accBeta1: number,
    out: number,
  ): void;

  /** @param a sums of squares @param epsilon the backend's */
  adagrad(
    w: number,
    a: number,
    g: number,
    size: number,
    learningRate: number,
    epsilon: number,
    out: number,
  ): void;

  /** @param a mean squares of gradients @param u mean squares of updates */
  adadelta(
    w: number,
    a: number,
    u: number,
    g: number,
    size: number,
    learningRate: number,
    rho: number,
    epsilon: number,
    out: number,
  ): void;
};
