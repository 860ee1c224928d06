import { assert, array, constant, constantFrom, oneof, property, stringMatching, tuple } from 'fast-check';
import { expect, test } from 'vitest';

import { ON_BINANCE, readOn } from '../unit/sites/shown-tables.ts';
import { anyText } from '../support/any-text.ts';

test('whatever stands in the cells, nothing is thrown, and what is read is finite and above zero', () => {
  const cell = oneof(
    anyText(40),
    stringMatching(/^[-+$]?[\d., ']{1,12}( ?(BTC|USDT|x|%|Long|Short|Cross|Isolated))?$/),
    constantFrom(...ON_BINANCE.rows[0]!),
  );
  const row = tuple(
    ...ON_BINANCE.headers.map((_, index) =>
      oneof({ weight: 6, arbitrary: constant(ON_BINANCE.rows[0]![index]!) }, cell),
    ),
  );

  assert(
    property(
      array(row, { maxLength: 3 }),
      constantFrom('binance', 'bybit', 'okx', 'hyperliquid'),
      (rows, site) => {
        const reading = readOn(site, { ...ON_BINANCE, rows });
        if (reading.kind === 'doubt') return;
        for (const {
          sizeBase,
          entryPrice,
          markPrice,
          liquidationPrice,
          leverage,
          marginUsd,
        } of reading.positions) {
          for (const value of [sizeBase, entryPrice, markPrice, liquidationPrice ?? 1, leverage])
            expect(Number.isFinite(value) && value > 0).toBe(true);
          expect(marginUsd === null || Number.isFinite(marginUsd)).toBe(true);
        }
      },
    ),
    { numRuns: 150, seed: 20_261_130 },
  );
});
