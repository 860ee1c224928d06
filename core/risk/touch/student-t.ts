/** Lanczos coefficients for g = 7, n = 9: relative error below 1e-15 for positive arguments (Godfrey 2001). */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** Natural logarithm of the gamma function for x > 0. */
export function logGamma(x: number): number {
  const shifted = x - 1;
  const base = shifted + 7.5;
  const series = LANCZOS.reduce((sum, c, index) => (index === 0 ? c : sum + c / (shifted + index)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(series);
}

/** Continued fraction of the incomplete beta function by Lentz's method (Numerical Recipes, section 6.4). */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 300; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const step = d * c;
    result *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return result;
}

/** Regularised incomplete beta function I_x(a, b), 0 <= x <= 1; `logFactor` is that of the gammas in front, 1 / B(a, b). */
function incompleteBeta(x: number, a: number, b: number, logFactor: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logFactor + a * Math.log(x) + b * Math.log1p(-x));
  // The fraction converges fast only below the mean; the other side is its mirror.
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

const LOG_GAMMA_HALF = logGamma(0.5);

/** -ln B(n / 2, 1 / 2) for the degrees of freedom that were asked for last: one law is asked for many chances. */
let known = { degreesOfFreedom: NaN, logFactor: NaN };

function logFactorOf(degreesOfFreedom: number): number {
  if (known.degreesOfFreedom !== degreesOfFreedom) {
    const half = degreesOfFreedom / 2;
    known = { degreesOfFreedom, logFactor: logGamma(half + 0.5) - LOG_GAMMA_HALF - logGamma(half) };
  }
  return known.logFactor;
}

/** P(T > t) of Student's t with `degreesOfFreedom` > 0. Accurate in both tails. */
export function studentTUpperTail(t: number, degreesOfFreedom: number): number {
  if (t < 0) return 1 - studentTUpperTail(-t, degreesOfFreedom);
  if (t === Infinity) return 0;
  const squared = t * t;
  const n = degreesOfFreedom;
  // Near the centre n / (n + t^2) loses the digits that carry t, so the complement is taken there.
  return squared < n
    ? 0.5 - 0.5 * incompleteBeta(squared / (n + squared), 0.5, n / 2, logFactorOf(n))
    : farTail(n / (n + squared), n);
}

/** Half of I_x(n / 2, 1 / 2) by its power series, whose terms are all above 0 (DLMF 8.17.7); fast for x up to a half. */
function farTail(x: number, n: number): number {
  const half = n / 2;
  let power = 1;
  let sum = 1 / half;
  for (let k = 1; power > 1e-17; k += 1) {
    power *= x * (1 - 0.5 / k);
    sum += power / (half + k);
  }
  return 0.5 * Math.exp(logFactorOf(n) + half * Math.log(x)) * sum;
}

/** t with P(T > t) = `probability`. @throws RangeError outside 0 < probability < 1 */
export function studentTUpperQuantile(probability: number, degreesOfFreedom: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`probability ${probability}`);
  if (probability > 0.5) return -studentTUpperQuantile(1 - probability, degreesOfFreedom);
  let low = 0;
  let high = 1;
  while (studentTUpperTail(high, degreesOfFreedom) > probability) {
    low = high;
    high *= 2;
  }
  for (let step = 0; step < 200 && high - low > 1e-14 * high; step += 1) {
    const middle = (low + high) / 2;
    if (studentTUpperTail(middle, degreesOfFreedom) > probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
