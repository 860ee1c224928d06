import { describe, expect, test } from 'vitest';

import { readNumberText, writeNumber } from '../../../core/market/number-text.ts';

/** A number, the two that are asked about, or null. */
function read(text: string, locale: string, near: number | null = null) {
  const reading = readNumberText(text, locale, near);
  if (reading.kind === 'none') return null;
  return reading.kind === 'number' ? reading.value : reading.values;
}

describe('a number is read as the language of the user writes it', () => {
  test.each([
    ['en-US', '90,912.5', 90_912.5],
    ['en-US', '25,000', 25_000],
    ['en-US', '1,234,567', 1_234_567],
    ['en-IN', '12,34,567.5', 1_234_567.5],
    ['de', '90.912,5', 90_912.5],
    ['de', '90.000', 90_000],
    ['de', '0,5', 0.5],
    ['de-CH', '90’912.5', 90_912.5],
    ['de-CH', "90'912.5", 90_912.5],
    ['fr', '90\u202f912,5', 90_912.5],
    ['fr', '90 912,5', 90_912.5],
    ['ru', '90\u00a0912,5', 90_912.5],
    ['sv', '1\u2009234\u2009567', 1_234_567],
    ['ja', '１２', 12],
    ['ja', '１，２３４．５', 1_234.5],
    ['ar-EG', '٩٠٬٩١٢٫٥', 90_912.5],
    ['fa-IR', '۹۰٬۹۱۲٫۵', 90_912.5],
    ['hi', '१२.५', 12.5],
  ])('%s: %j', (locale, text, value) => {
    expect(read(text, locale)).toBe(value);
  });
});

describe('a number that another language would write so is read where only one reading is left', () => {
  test.each([
    ['en-US', '0,125', 0.125],
    ['en-US', '1,5', 1.5],
    ['en-US', '12,34', 12.34],
    ['en-US', '1.234,5', 1_234.5],
    ['en-US', '90 912.5', 90_912.5],
    ['en-US', '٠٫٥', 0.5],
    ['de', '90,912.5', 90_912.5],
    ['de', '1.5', 1.5],
    ['de', '0.125', 0.125],
    ['fr', '1.234.567', 1_234_567],
  ])('%s: %j', (locale, text, value) => {
    expect(read(text, locale)).toBe(value);
  });
});

describe('a number that can be read in two ways is asked, the reading of the language first', () => {
  test.each([
    ['en-US', '90.000', [90, 90_000]],
    ['en-US', '1.125', [1.125, 1_125]],
    ['de', '90,912', [90.912, 90_912]],
    ['de-CH', '90.912', [90.912, 90_912]],
    ['fr', '90.912', [90.912, 90_912]],
    ['fr', '90,912', [90.912, 90_912]],
    ['en-US', '2.500k', [2_500, 2_500_000]],
  ])('%s: %j', (locale, text, values) => {
    expect(read(text, locale)).toEqual(values);
  });

  test.each([
    ['en-US', '3.456', 3.4, 3.456],
    ['en-US', '90.912', 90_000, [90.912, 90_912]],
    ['de', '90.912', 90_000, 90_912],
    ['de', '3.456', 3.4, [3_456, 3.456]],
    ['de', '3,456', 3.4, 3.456],
    ['en-US', '25,000', 0.001, 25_000],
  ])('unless the market tells: %s, %j at %d', (locale, text, near, expected) => {
    expect(read(text, locale, near)).toEqual(expected);
  });
});

describe('what stands around the digits', () => {
  test.each([
    ['$90,000', 90_000],
    ['US$ 90,000', 90_000],
    ['90,000 $', 90_000],
    ['€1,250.5', 1_250.5],
    ['¥1200', 1_200],
    ['￥1200', 1_200],
    ['₩1,200', 1_200],
    ['₿0.5', 0.5],
    ['250 USDT', 250],
    ['250usdc', 250],
    ['USD 250', 250],
    ['25k', 25_000],
    ['2.5 M', 2_500_000],
    ['25.0 k USD', 25_000],
    ['1.41 B USD', 1_410_000_000],
    ['+5', 5],
    ['\u200e5\u200f', 5],
    [' 0.25 ', 0.25],
    ['.5', 0.5],
    ['5.', 5],
  ])('%j', (text, value) => {
    expect(read(text, 'en-US')).toBe(value);
  });

  test.each([
    '',
    ' ',
    '.',
    '$',
    'k',
    '-3',
    '−3',
    '1e5',
    '1.2.3',
    '1,2,3',
    '1 5',
    'ten',
    '0x10',
    'Infinity',
    'NaN',
  ])('without a number in it: %j', (text) => {
    expect(read(text, 'en-US')).toBeNull();
  });

  test('is no number where it is larger than any', () => {
    expect(read('9'.repeat(400), 'en-US')).toBeNull();
  });
});

test.each([
  [3.456, 'en-US', '3.4560'],
  [3.456, 'de', '3,4560'],
  [90_912.5, 'fr', '90912,5'],
  [0.000_000_1, 'en-US', '0.0000001'],
  [0.1, 'ar-EG', '٠٫١'],
])('%d is written for %s so that it is not asked about: %s', (value, locale, text) => {
  expect(writeNumber(value, locale)).toBe(text);
});
