import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { readNumberText, writeNumber } from '../../../core/market/number-text.ts';
import { LOCALES } from '../../support/locales.ts';

const SEED = 12;

const locale = fc.constantFrom(...LOCALES);
const amount = fc.double({ min: 1e-12, max: 1e15, noNaN: true });

test('what is written for a language is read again as the same number, without a question', () => {
  fc.assert(
    fc.property(amount, locale, (value, language) => {
      expect(readNumberText(writeNumber(value, language), language)).toEqual({ kind: 'number', value });
    }),
    { seed: SEED, numRuns: 2000 },
  );
});

test('what a language prints with its groups is that number, or is asked with that number first', () => {
  const decimals = fc.integer({ min: 0, max: 8 });
  fc.assert(
    fc.property(amount, decimals, locale, (value, maximumFractionDigits, language) => {
      const shown = Number(value.toFixed(maximumFractionDigits));
      const text = new Intl.NumberFormat(language, { maximumFractionDigits }).format(shown);

      const reading = readNumberText(text, language);

      const first =
        reading.kind === 'question' ? reading.values[0] : reading.kind === 'number' ? reading.value : null;
      expect(first).toBe(shown);
    }),
    { seed: SEED, numRuns: 2000 },
  );
});

test('two readings are a thousand apart, and no reading is negative or not finite', () => {
  const text = fc.stringMatching(/^[0-9.,' k٫٬９]{0,12}$/);
  fc.assert(
    fc.property(text, locale, (typed, language) => {
      const reading = readNumberText(typed, language);

      const values =
        reading.kind === 'question' ? reading.values : reading.kind === 'number' ? [reading.value] : [];
      expect(values.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
      const [low = 0, high = 0] =
        reading.kind === 'question' ? reading.values.toSorted((a, b) => a - b) : [1, 1000];
      expect(high / low).toBeCloseTo(1000, 6);
    }),
    { seed: SEED, numRuns: 3000 },
  );
});
