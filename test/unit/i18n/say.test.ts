import { describe, expect, test } from 'vitest';

import { createSpeech, say as sayWord, speak } from '../../../core/i18n/say.ts';
import { WORDS } from '../../../core/i18n/words.en.ts';
import { warningWords } from '../../../core/i18n/warning-words.ts';

const MESSAGES = {
  range: '{low} to {high}',
  plain: 'Nothing new.',
  name: 'Hello {name}.',
  amounts: '{usd:usd}, {price:price}, {share:percent}, {factor:factor}, {times:times}, {count:number}.',
  dates: '{day:day}; {days:days}.',
  places: '{band:band}; {bands:bands}.',
  names: '{venue:venue}; {venues:venues}; {list:list}.',
  spans: '{short:hours}, {long:hours}.',
  touched: {
    count: 'times',
    none: 'Never touched.',
    one: 'Touched once.',
    other: 'Touched {times:number} times.',
  },
  paragraph: ['Price {price:price}.', 'Chance {chance:percent}.', 'An estimate.'],
} as const;

const { say, sayParts, sayStored } = createSpeech(MESSAGES, 'en-US');

describe('a message', () => {
  test('is said as it stands, with its figures each written as its kind is', () => {
    expect(say('plain')).toBe('Nothing new.');
    expect(say('name', { name: 'you' })).toBe('Hello you.');
    expect(
      say('amounts', { usd: 1.59e9, price: 94_589, share: 0.045, factor: 1.3, times: 3.42, count: 12_345 }),
    ).toBe('1.59 B, 94,589, 4.5 %, 1.30, 3.4, 12,345.');
    // 1768435200 s: 2026-01-15 00:00 UTC.
    expect(say('dates', { day: 1_768_435_200_000, days: [1_768_348_800_000, 1_768_435_200_000] })).toBe(
      '15 Jan; 14 Jan and 15 Jan.',
    );
    expect(
      say('places', {
        band: [94_150, 94_789],
        bands: [
          [92_000, 92_000],
          [93_000, 93_100],
        ],
      }),
    ).toBe('94,150 to 94,789; 92,000 and 93,000 to 93,100.');
    expect(say('names', { venue: 'okx', venues: ['okx', 'gate', 'bybit'], list: ['a'] })).toBe(
      'OKX; OKX, Gate and Bybit; a.',
    );
    expect(say('spans', { short: 24, long: 168 })).toBe('24 hours, 7 days.');
  });

  test('is cut where its places are, in the form of its number too', () => {
    expect(sayParts('name', { name: 'you' })).toEqual([
      { name: null, text: 'Hello ' },
      { name: 'name', text: 'you' },
      { name: null, text: '.' },
    ]);
    expect(sayParts('touched', { times: 12 })).toEqual([
      { name: null, text: 'Touched ' },
      { name: 'times', text: '12' },
      { name: null, text: ' times.' },
    ]);
    expect(sayParts('plain')).toEqual([{ name: null, text: 'Nothing new.' }]);
  });

  test.each([
    [0, 'Never touched.'],
    [1, 'Touched once.'],
    [2, 'Touched 2 times.'],
  ])('of %i has the form of its number', (times, text) => {
    expect(say('touched', { times })).toBe(text);
  });

  test('has the forms of its language', () => {
    const files = {
      count: 'n',
      one: '{n:number} plik',
      few: '{n:number} pliki',
      other: '{n:number} plików',
    } as const;
    const polish = createSpeech({ range: '{low} do {high}', files }, 'pl');

    expect([1, 3, 5].map((n) => polish.say('files', { n }))).toEqual(['1 plik', '3 pliki', '5 plików']);
  });
});

describe('what was stored', () => {
  test('is said without the sentences whose figures are not known', () => {
    expect(sayStored('paragraph', { price: 94_589, chance: 0.12 })).toBe(
      'Price 94,589. Chance 12 %. An estimate.',
    );
    expect(sayStored('paragraph', { price: 94_589, chance: null })).toBe('Price 94,589. An estimate.');
  });

  test('of a code that is not known has no words', () => {
    expect(sayStored('of later', {})).toBeNull();
    expect(sayStored('toString', {})).toBeNull();
  });

  test('as a warning of a later version says that it is not known', () => {
    expect(warningWords({ code: 'of later', figures: {} })).toEqual({
      title: 'A warning',
      text: 'This version of Plimsoll does not know what it says.',
    });
  });
});

describe('what is spoken', () => {
  test('is the table that a context was given last, a key where it has none', () => {
    speak({ language: 'en-US', messages: { range: '{low} to {high}', 'panel.offline': 'No network.' } });
    expect(sayWord('panel.offline' as never)).toBe('No network.');
    expect(sayWord('panel.none' as never)).toBe('panel.none');
    speak(WORDS);
    expect(sayWord('panel.offline' as never)).not.toBe('No network.');
  });
});
