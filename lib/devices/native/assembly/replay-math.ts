// Functions of four numbers in single precision. Where a constant has no other source it is of the Cephes library
// (S. Moshier, https://www.netlib.org/cephes, single precision): errors are a few units in the last place.

const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.1219444e-4;

export function splat(value: f32): v128 {
  return f32x4.splat(value);
}

function madd(sum: v128, x: v128, value: f32): v128 {
  return f32x4.add(f32x4.mul(sum, x), splat(value));
}

/** Infinity above 88.7, 0 below -87.3: results smaller than a normal number are 0. */
export function exp4(x: v128): v128 {
  const held = f32x4.max(f32x4.min(x, splat(88.72283)), splat(-87.33654));
  const n = f32x4.nearest(f32x4.mul(held, splat(1.44269504088896341)));
  let r = f32x4.sub(held, f32x4.mul(n, splat(LN2_HIGH)));
  r = f32x4.sub(r, f32x4.mul(n, splat(LN2_LOW)));
  let p = splat(1.98756915e-4);
  p = madd(p, r, 1.3981999507e-3);
  p = madd(p, r, 8.3334519073e-3);
  p = madd(p, r, 4.1665795894e-2);
  p = madd(p, r, 1.6666665459e-1);
  p = madd(p, r, 0.5);
  p = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(p, r), r), r), splat(1));
  // In two halves: n may be 128, which is no exponent of a finite number.
  const whole = i32x4.trunc_sat_f32x4_s(n);
  const half = i32x4.shr_s(whole, 1);
  p = f32x4.mul(p, power(half));
  p = f32x4.mul(p, power(i32x4.sub(whole, half)));
  p = v128.bitselect(splat(Infinity), p, f32x4.gt(x, splat(88.72283)));
  return v128.andnot(p, f32x4.lt(x, splat(-87.33654)));
}

/** 2 to the power of whole numbers from -126 to 127. */
function power(n: v128): v128 {
  return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
}

/** -Infinity for 0, NaN below. */
export function log4(x: v128): v128 {
  const isTiny = f32x4.lt(x, splat(1.17549435e-38));
  const scaled = v128.bitselect(f32x4.mul(x, splat(8388608)), x, isTiny);
  // x = m 2^e with m from sqrt(1/2) to sqrt(2)
  let e = f32x4.convert_i32x4_s(i32x4.sub(i32x4.shr_u(scaled, 23), i32x4.splat(126)));
  e = f32x4.sub(e, v128.and(isTiny, splat(23)));
  const bits = v128.or(v128.and(scaled, i32x4.splat(0x007fffff)), i32x4.splat(0x3f000000));
  const isLow = f32x4.lt(bits, splat(0.707106781186547524));
  e = f32x4.sub(e, v128.and(isLow, splat(1)));
  const m = f32x4.sub(f32x4.add(bits, v128.and(isLow, bits)), splat(1));
  const z = f32x4.mul(m, m);
  let p = splat(7.0376836292e-2);
  p = madd(p, m, -1.151461031e-1);
  p = madd(p, m, 1.167699874e-1);
  p = madd(p, m, -1.2420140846e-1);
  p = madd(p, m, 1.4249322787e-1);
  p = madd(p, m, -1.6668057665e-1);
  p = madd(p, m, 2.0000714765e-1);
  p = madd(p, m, -2.4999993993e-1);
  p = madd(p, m, 3.3333331174e-1);
  let y = f32x4.mul(f32x4.mul(p, m), z);
  y = f32x4.add(y, f32x4.mul(e, splat(LN2_LOW)));
  y = f32x4.sub(y, f32x4.mul(z, splat(0.5)));
  y = f32x4.add(f32x4.add(m, y), f32x4.mul(e, splat(LN2_HIGH)));
  y = v128.bitselect(splat(-Infinity), y, f32x4.eq(x, splat(0)));
  y = v128.bitselect(splat(NaN), y, f32x4.lt(x, splat(0)));
  // Infinity and NaN are their own logarithms.
  return v128.bitselect(y, x, f32x4.lt(x, splat(Infinity)));
}

export function tanh4(x: v128): v128 {
  const size = f32x4.abs(x);
  const z = f32x4.mul(x, x);
  let p = splat(-5.70498872745e-3);
  p = madd(p, z, 2.06390887954e-2);
  p = madd(p, z, -5.37397155531e-2);
  p = madd(p, z, 1.33314422036e-1);
  p = madd(p, z, -3.33332819422e-1);
  const near = f32x4.add(f32x4.mul(f32x4.mul(p, z), x), x);
  const grown = f32x4.add(exp4(f32x4.add(size, size)), splat(1));
  const far = f32x4.sub(splat(1), f32x4.div(splat(2), grown));
  const sign = v128.and(x, i32x4.splat(0x80000000));
  return v128.bitselect(near, v128.or(far, sign), f32x4.lt(size, splat(0.625)));
}

export function sigmoid4(x: v128): v128 {
  return f32x4.div(splat(1), f32x4.add(splat(1), exp4(f32x4.neg(x))));
}

/** log(1 + x), exact for small x: the error of the sum cancels in x / (u - 1). */
export function log1p4(x: v128): v128 {
  const u = f32x4.add(x, splat(1));
  const y = f32x4.div(f32x4.mul(log4(u), x), f32x4.sub(u, splat(1)));
  const isPlain = v128.and(f32x4.ne(u, splat(1)), f32x4.lt(u, splat(Infinity)));
  return v128.bitselect(y, v128.bitselect(x, u, f32x4.eq(u, splat(1))), isPlain);
}
