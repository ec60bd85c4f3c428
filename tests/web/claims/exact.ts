/**
 * Arithmetic that owes nothing to core: fixed-point numbers of sixty decimal places, as whole numbers,
 * with series whose terms can be counted. Slow, and plain enough to be believed.
 */
const PLACES = 60n;
export const ONE = 10n ** PLACES;

/** A double as what it is: a whole number times a power of two. What is below the last place is cut off. */
export function exact(x: number): bigint {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, x);
  const raw = bits.getBigUint64(0);
  const exponent = Number((raw >> 52n) & 0x7ffn);
  const fraction = raw & ((1n << 52n) - 1n);
  const whole = (exponent === 0 ? fraction : fraction | (1n << 52n)) * (raw >> 63n ? -1n : 1n);
  const power = BigInt(Math.max(exponent, 1) - 1075);
  return power < 0n ? (whole * ONE) / (1n << -power) : (whole * ONE) << power;
}

export const times = (a: bigint, b: bigint): bigint => (a * b) / ONE;
export const over = (a: bigint, b: bigint): bigint => (a * ONE) / b;
/** The nearest double. */
export const toNumber = (a: bigint): number => Number(`${a}e-${PLACES}`);

/** 2 artanh t = ln((1 + t) / (1 - t)), for |t| of at most a third: each term is a ninth of the one before. */
function twiceArtanh(t: bigint): bigint {
  const square = times(t, t);
  let sum = 0n;
  for (let power = t, n = 1n; power !== 0n; power = times(power, square), n += 2n) sum += power / n;
  return 2n * sum;
}

const LN_2 = twiceArtanh(ONE / 3n);

/** The natural logarithm of a positive number. */
export function ln(x: bigint): bigint {
  if (x <= 0n) throw new RangeError('ln needs something positive.');
  let halvings = 0n;
  for (; x > (ONE * 4n) / 3n; x /= 2n) halvings += 1n;
  for (; x < (ONE * 2n) / 3n; x *= 2n) halvings -= 1n;
  return halvings * LN_2 + twiceArtanh(over(x - ONE, x + ONE));
}

/** e to the power of x: the series for x / 2^k, squared k times. */
export function exp(x: bigint): bigint {
  let squarings = 0;
  for (; x > ONE / 2n || x < -ONE / 2n; x /= 2n) squarings += 1;
  let sum = ONE;
  for (let term = x, n = 2n; term !== 0n; term = times(term, x) / n, n += 1n) sum += term;
  for (; squarings > 0; squarings -= 1) sum = times(sum, sum);
  return sum;
}

/** The loss of the lesson, by its formula; 0 ln 0 is 0. Not at the wrong end, where it is infinite. */
export function lossOf(y: number, p: number): number {
  const term = (weight: bigint, probability: bigint) => (weight === 0n ? 0n : times(weight, ln(probability)));
  const [label, prediction] = [exact(y), exact(p)];
  return toNumber(-(term(label, prediction) + term(ONE - label, ONE - prediction)));
}

/** 1 / (1 + e^-z), and what it lacks to 1. */
export function sigmoidOf(z: number): { p: bigint; complement: bigint } {
  const tail = exp(exact(-z));
  return { p: over(ONE, ONE + tail), complement: over(tail, ONE + tail) };
}
