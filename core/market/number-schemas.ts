import * as v from 'valibot';

/** Numbers as messages, files and storage may bring them. */
export const finite = v.pipe(v.number(), v.finite());
/** Above 0. */
export const positive = v.pipe(finite, v.gtValue(0));
/** 0 or more. */
export const notNegative = v.pipe(finite, v.minValue(0));
/** A part of a whole, 0 to 1. */
export const share = v.pipe(finite, v.minValue(0), v.maxValue(1));
