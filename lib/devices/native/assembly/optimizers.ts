// One step of each optimizer of TensorFlow.js, in one pass over a variable. `w` is the variable, `g` its gradient, `out`
// where its new value goes (it may be `w`); the other addresses are the optimizer's slots, which are updated in place.
// Formulas and the order of operations, so the rounding, are those of TensorFlow.js 4.22, `optimizers/*_optimizer.js`.
// The last lanes read up to 12 bytes past the end, which the heap always has.
import { storeSome } from './matmul-tile';

/** A number as TensorFlow.js's kernels take it: in single precision. */
function splat(value: f64): v128 {
  return f32x4.splat(<f32>value);
}

function square(x: v128): v128 {
  return f32x4.mul(x, x);
}

function decayed(x: v128, decay: v128, y: v128, gain: v128): v128 {
  return f32x4.add(f32x4.mul(x, decay), f32x4.mul(y, gain));
}

/** w - learningRate g */
export function sgd(w: usize, g: usize, size: i32, learningRate: f64, out: usize): void {
  const c = splat(-learningRate);
  for (let left = size, i: usize = 0; left > 0; left -= 4, i += 16) {
    const next = f32x4.add(f32x4.mul(c, v128.load(g + i)), v128.load(w + i));
    if (left >= 4) {
      v128.store(out + i, next);
    } else {
      storeSome(out + i, next, left);
    }
  }
}

/** m' = momentum m + g; w - learningRate m', or, looking ahead as Nesterov does, w - learningRate (g + momentum m') */
export function momentum(
  w: usize,
  m: usize,
  g: usize,
  size: i32,
  learningRate: f64,
  momentum: f64,
  useNesterov: bool,
  out: usize,
): void {
  const c = splat(-learningRate);
  const keep = splat(momentum);
  for (let left = size, i: usize = 0; left > 0; left -= 4, i += 16) {
    const gradient = v128.load(g + i);
    const moved = f32x4.add(f32x4.mul(keep, v128.load(m + i)), gradient);
    const step = useNesterov ? f32x4.add(gradient, f32x4.mul(moved, keep)) : moved;
    const next = f32x4.add(f32x4.mul(c, step), v128.load(w + i));
    if (left >= 4) {
      v128.store(m + i, moved);
      v128.store(out + i, next);
    } else {
      storeSome(m + i, moved, left);
      storeSome(out + i, next, left);
    }
  }
}

/** s' = decay s + (1 - decay) g²; m' = momentum m + learningRate g / sqrt(s' + epsilon); w - m' */
export function rmsProp(
  w: usize,
  s: usize,
  m: usize,
  g: usize,
  size: i32,
  learningRate: f64,
  decay: f64,
  momentum: f64,
  epsilon: f64,
  out: usize,
): void {
  const rate = splat(learningRate);
  const old = splat(decay);
  const gain = splat(1 - decay);
  const keep = splat(momentum);
  const least = splat(epsilon);
  for (let left = size, i: usize = 0; left > 0; left -= 4, i += 16) {
    const gradient = v128.load(g + i);
    const squares = decayed(v128.load(s + i), old, square(gradient), gain);
    const step = f32x4.div(f32x4.mul(gradient, rate), f32x4.sqrt(f32x4.add(squares, least)));
    const moved = f32x4.add(f32x4.mul(v128.load(m + i), keep), step);
    const next = f32x4.sub(v128.load(w + i), moved);
    if (left >= 4) {
      v128.store(s + i, squares);
      v128.store(m + i, moved);
      v128.store(out + i, next);
    } else {
      storeSome(s + i, squares, left);
      storeSome(m + i, moved, left);
      storeSome(out + i, next, left);
    }
  }
}

/** As `rmsProp`, with a' = decay a + (1 - decay) g, and s' - (a'² + epsilon) under the root. */
export function rmsPropCentered(
  w: usize,
  s: usize,
  m: usize,
  a: usize,
  g: usize,
  size: i32,
  learningRate: f64,
  decay: f64,
  momentum: f64,
  epsilon: f64,
  out: usize,
): void {
  const rate = splat(learningRate);
  const old = splat(decay);
  const gain = splat(1 - decay);
  const keep = splat(momentum);
  const least = splat(epsilon);
  for (let left = size, i: usize = 0; left > 0; left -= 4, i += 16) {
    const gradient = v128.load(g + i);
    const squares = decayed(v128.load(s + i), old, square(gradient), gain);
    const mean = decayed(v128.load(a + i), old, gradient, gain);
    const spread = f32x4.sqrt(f32x4.sub(squares, f32x4.add(square(mean), least)));
    const step = f32x4.div(f32x4.mul(gradient, rate), spread);
    const moved = f32x4.add(f32x4.mul(v128.load(m + i), keep), step);
    const next = f32x4.sub(v128.load(w + i), moved);
    if (left >= 4) {
      v128.store(s + i, squares);
      v128.store(m + i, moved);
      v128.store(a + i, mean);
      v128.store(out + i, next);
    } else {
      storeSome(s + i, squares, left);
      storeSome(m + i, moved, left);
      storeSome(a + i, mean, left);
      storeSome(out + i, next, left);
    }
  }
}

/**
 * m' = beta1 m + (1 - beta1) g; v' = beta2 v + (1 - beta2) g²; w - rate m' / (sqrt(v') + least). Both corrections of
 * the bias, by 1 - accBeta, are in `rate` and `least`: one division instead of three.
 */
export function adam(
  w: usize,
  m: usize,
  v: usize,
  g: usize,
  size: i32,
  learningRate: f64,
  beta1: f64,
  beta2: f64,
  epsilon: f64,
  accBeta1: f32,
  accBeta2: f32,
  out: usize,
): void {
  const root = sqrt(<f64>(1 - accBeta2));
  const rate = splat((learningRate * root) / <f64>(1 - accBeta1));
  const least = splat(epsilon * root);
  const old1 = splat(beta1);
  const gain1 = splat(1 - beta1);
  const old2 = splat(beta2);
  const gain2 = splat(1 - beta2);
  for (let left = size, i: usize = 0; left > 0; left -= 4, i += 16) {
    const gradient = v128.load(g + i);
    const first = decayed(v128.load(m + i), old1, gradient, gain1);
    const second = decayed(v128.load(v + i), old2, square(gradient), gain2);
    const step = f32x4.div(f32x4.mul(first, rate), f32x4.add(f32x4.sqrt(second), least));
    const next = f32x4.sub(v128.load(w + i), step);
    if (left >= 4) {
      v128.store(m + i, first);
      v128.store(v + i, second);
      v128.store(out + i, next);
    } else {
      storeSome(m + i, first, left);
      storeSome(v + i, second, left);
      storeSome(out + i, next, left);
    }
  }
}

/** m' = beta1 m + (1 - beta1) g; u' = max(beta2 u, |g|); w - learningRate / (1 - accBeta1) m' / (u' + epsilon) */
export function adamax(
  w: usize,
  m: usize,
  u: usize,
  g: usize,
  size: i32,
  learningRate: f64,
  beta1: f64,
  beta2: f64,
  epsilon: f64,
  accBeta1: f32,
  out: usize,
): void {
  const rate = splat(-learningRate / <f64>(1 - accBeta1));
  const least = splat(epsilon);
  const old1 = splat(beta1);
  const gain1 = splat(1 - beta1);
  const old2 = splat(beta2);
  for (let left = size, i: usize = 0; left > 0; left -= 4, i += 16) {
    const gradient = v128.load(g + i);
    const first = decayed(v128.load(m + i), old1, gradient, gain1);
    const largest = f32x4.max(f32x4.mul(v128.load(u + i), old2), f32x4.abs(gradient));
    const step = f32x4.mul(rate, f32x4.div(first, f32x4.add(largest, least)));
    const next = f32x4.add(step, v128.load(w + i));
    if (left >= 4) {
      v128.store(m + i, first);
      v128.store(u + i, largest);
      v128.store(out + i, next);
    } else {
      storeSome(m + i, first, left);
      storeSome(u + i, largest, left);
      storeSome(out + i, next, left);
    }
  }
}

/** a' = a + g²; w - learningRate g / sqrt(a' + epsilon) */
export function adagrad(
  w: usize,
  a: usize,
  g: usize,
  size: i32,
  learningRate: f64,
  epsilon: f64,
  out: usize,
): void {
  const c = splat(-learningRate);
  const least = splat(epsilon);
  for (let left = size, i: usize = 0; left > 0; left -= 4, i += 16) {
    const gradient = v128.load(g + i);
    const sum = f32x4.add(v128.load(a + i), square(gradient));
    const step = f32x4.mul(f32x4.div(gradient, f32x4.sqrt(f32x4.add(sum, least))), c);
    const next = f32x4.add(step, v128.load(w + i));
    if (left >= 4) {
      v128.store(a + i, sum);
      v128.store(out + i, next);
    } else {
      storeSome(a + i, sum, left);
      storeSome(out + i, next, left);
    }
  }
}

/**
 * a' = rho a + (1 - rho) g²; d = g sqrt(u + epsilon) / sqrt(a + epsilon); u' = rho u + (1 - rho) d²;
 * w - learningRate d. Under the root stands the old a, as in TensorFlow.js.
 */
export function adadelta(
  w: usize,
  a: usize,
  u: usize,
  g: usize,
  size: i32,
  learningRate: f64,
  rho: f64,
  epsilon: f64,
  out: usize,
): void {
  const c = splat(-learningRate);
  const old = splat(rho);
  const gain = splat(1 - rho);
  const least = splat(epsilon);
  for (let left = size, i: usize = 0; left > 0; left -= 4, i += 16) {
    const gradient = v128.load(g + i);
    const a0 = v128.load(a + i);
    const u0 = v128.load(u + i);
    const top = f32x4.sqrt(f32x4.add(u0, least));
    const change = f32x4.mul(f32x4.div(top, f32x4.sqrt(f32x4.add(a0, least))), gradient);
    const squares = decayed(a0, old, square(gradient), gain);
    const updates = decayed(u0, old, square(change), gain);
    const next = f32x4.add(f32x4.mul(change, c), v128.load(w + i));
    if (left >= 4) {
      v128.store(a + i, squares);
      v128.store(u + i, updates);
      v128.store(out + i, next);
    } else {
      storeSome(a + i, squares, left);
      storeSome(u + i, updates, left);
      storeSome(out + i, next, left);
    }
  }
}
