import * as v from 'valibot';

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/** Bounds beyond which no price, size or amount of money of a market lies; they keep products finite and not zero. */
const LARGEST = 1e18;
const SMALLEST = 1e-15;

const isDecimal = (value: unknown): boolean =>
  typeof value === 'string' ? DECIMAL.test(value) : typeof value === 'number' && !Number.isNaN(value);

/**
 * A number or its decimal text; an empty text, hexadecimal and the like are refused instead of becoming 0. One look at
 * either: an alternative that is tried in vain writes down why, thousands of times in a book.
 */
export const decimal = v.pipe(
  v.unknown(),
  v.check(isDecimal, 'a decimal number'),
  v.transform(Number),
  v.minValue(-LARGEST),
  v.maxValue(LARGEST),
);

/** A price, a rate or a size that cannot be zero. */
export const positive = v.pipe(decimal, v.minValue(SMALLEST, 'a positive number'));

/** A volume or a floor. */
export const nonNegative = v.pipe(decimal, v.minValue(0, 'a number that is not negative'));

/** A share of a whole, 0 to 1. */
export const share = v.pipe(nonNegative, v.maxValue(1, 'a share of at most 1'));

/** A funding rate of one interval, as a fraction of notional. */
export const fundingRate = v.pipe(
  decimal,
  v.minValue(-1, 'a funding rate above -1'),
  v.maxValue(1, 'a funding rate below 1'),
);

/** Hours between two fundings. */
export const intervalHours = v.pipe(positive, v.maxValue(24 * 7, 'at most a week'));

/** A maximal leverage. */
export const leverage = v.pipe(
  decimal,
  v.minValue(1, 'a leverage of at least 1'),
  v.maxValue(1000, 'a leverage of at most 1000'),
);

/** A moment as the venue counts it, whole seconds or milliseconds since the epoch. */
export const epoch = v.pipe(decimal, v.integer('a whole number'), v.minValue(0, 'a time since the epoch'));

/** An optional field that venues send as `""` where they have no value. */
export const orEmpty = <S extends v.GenericSchema>(schema: S) => v.optional(v.union([v.literal(''), schema]));
