import { describe, expect, test } from 'vitest';

import {
  BlockedError,
  HttpError,
  NetworkError,
  PermissionError,
  RateLimitedError,
  RegionError,
  SchemaError,
  TimeoutError,
} from '../../../core/market/errors.ts';
import { concernsHost, faultAfter } from '../../../core/sources/back-off.ts';
import { GlitchError } from '../../../core/sources/glitch-error.ts';
import type { SourceFault } from '../../../core/ledger/tables/fault.ts';

const NOW_MS = 1_000_000;
const MINUTE_MS = 60_000;

const waitAfter = (error: unknown, count = 0): number => {
  const before: SourceFault | null = count === 0 ? null : { code: 'http', count, retryAtMs: 0 };
  return faultAfter(error, before, 'seed', NOW_MS).retryAtMs - NOW_MS;
};

describe('after a failure', () => {
  test.each([
    ['network', new NetworkError('cut'), false],
    ['timeout', new TimeoutError('slow'), false],
    ['http', new HttpError(503, 'down'), false],
    ['http', new HttpError(403, 'refused'), true],
    ['region', new RegionError('restricted'), true],
    ['blocked', new BlockedError('turned away'), true],
    ['rate-limited', new RateLimitedError(NOW_MS, 'wait'), true],
    ['permission', new PermissionError('not granted'), true],
    ['schema', new SchemaError('$.a', 'is missing'), false],
    ['schema', new TypeError('a parser that was surprised'), false],
    ['glitch', new GlitchError('price -1'), false],
  ] as const)('it is called %s (%s)', (code, error, isOfHost) => {
    expect(faultAfter(error, null, 'seed', NOW_MS).code).toBe(code);
    expect(concernsHost(error)).toBe(isOfHost);
  });

  test('the wait doubles from 15 seconds to ten minutes, stretched by a quarter at most', () => {
    const waits = [0, 1, 2, 10].map((count) => waitAfter(new NetworkError('cut'), count));

    // 15 s, 30 s, 60 s and the cap of 600 s
    [15_000, 30_000, 60_000, 600_000].forEach((leastMs, index) => {
      expect(waits[index]).toBeGreaterThanOrEqual(leastMs);
      expect(waits[index]).toBeLessThanOrEqual(1.25 * leastMs);
    });
  });

  test('the wait is the same for the same seed and another for another', () => {
    const retry = (seed: string): number => faultAfter(new NetworkError('cut'), null, seed, NOW_MS).retryAtMs;

    expect(retry('binance')).toBe(retry('binance'));
    expect(retry('binance')).not.toBe(retry('bybit'));
  });

  test('a venue that names its wait is asked no sooner, however long that is', () => {
    expect(waitAfter(new RateLimitedError(NOW_MS + 3 * 86_400_000, 'banned'))).toBe(3 * 86_400_000);
  });

  test.each([new HttpError(403, 'refused'), new RegionError('restricted'), new BlockedError('turned away')])(
    'a refusal is not asked again for ten minutes (%s)',
    (error) => {
      expect(waitAfter(error)).toBeGreaterThanOrEqual(10 * MINUTE_MS);
      expect(waitAfter(error, 30)).toBeLessThanOrEqual(1.25 * 360 * MINUTE_MS);
    },
  );

  test('a permission that is missing is looked up each time', () => {
    expect(waitAfter(new PermissionError('not granted'), 5)).toBe(0);
  });

  test('what an answer said is not kept', () => {
    const fault = faultAfter(new NetworkError('x'.repeat(5_000)), null, 'seed', NOW_MS);

    expect(JSON.stringify(fault)).not.toContain('x');
  });
});
