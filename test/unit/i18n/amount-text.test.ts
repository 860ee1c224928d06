import { expect, test } from 'vitest';
import { percentText, priceText, usdText } from '../../../core/i18n/amount-text.ts';

test.each([
  [1_590_000_000, '1.59 B'],
  [10_600_000, '10.6 M'],
  [999_900, '1.00 M'],
  [154_200_000, '154 M'],
  [950, '950'],
  [0, '0'],
  [-0.4, '0'],
  [-0.6, '−1'],
  [-1_280_000_000, '−1.28 B'],
])('%d dollars read %s', (usd, text) => {
  expect(usdText(usd)).toBe(text);
});

test.each([
  [94_588.99, '94,589'],
  [1_234_567, '1,234,567'],
  [182.51, '182.5'],
  [1.2345, '1.235'],
  [0.000012345, '0.00001235'],
])('a price of %d reads %s', (price, text) => {
  expect(priceText(price)).toBe(text);
});

test.each([
  [0.123, '12 %'],
  [0.045, '4.5 %'],
  [0.0997, '10 %'],
  [0.0001, '< 0.1 %'],
  [0, '0 %'],
  [1, '100 %'],
])('a share of %d reads %s', (share, text) => {
  expect(percentText(share)).toBe(text);
});
