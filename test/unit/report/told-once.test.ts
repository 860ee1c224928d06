import { describe, expect, test } from 'vitest';

import type { PositionOrigin, SavedPosition } from '../../../core/market/position.ts';
import { countedOnce } from '../../../core/report/told-once.ts';
import { buildPosition } from '../../support/sample-position.ts';
import { SAMPLE_AT } from '../../support/sample-report.ts';

const told = {
  atMs: SAMPLE_AT,
  account: 'a:',
  instrument: 'BTC',
  markPrice: 90_000,
  liquidationPrice: 80_000,
} as const;
const AT_ADDRESS: PositionOrigin = {
  ...told,
  kind: 'address',
  address: '0x',
  label: null,
  maxLeverage: 40,
  isBackingImplied: false,
};
const IN_TABLE: PositionOrigin = { ...told, kind: 'page', leverage: 10 };
const held = (id: string, origin?: PositionOrigin): SavedPosition =>
  buildPosition({ id, venue: 'hyperliquid', ...(origin === undefined ? {} : { origin }) });

const typed = held('typed');
const address = held('account:BTC', AT_ADDRESS);
const page = held('page-hyperliquid:BTC', IN_TABLE);

describe('a position that was told in several ways', () => {
  const idsOf = (positions: readonly SavedPosition[], openId: string | null = null) =>
    countedOnce(positions, openId).map(({ id }) => id);

  test('counts once: as at its address, else as it was typed in, else as the page shows it', () => {
    expect(idsOf([typed, address, page])).toEqual(['account:BTC']);
    expect(idsOf([typed, page])).toEqual(['typed']);
    expect(idsOf([page])).toEqual(['page-hyperliquid:BTC']);
  });

  test('counts as it was typed in where that is open, and not as the page shows it where that is', () => {
    expect(idsOf([typed, address, page], 'typed')).toEqual(['typed']);
    expect(idsOf([typed, page], 'page-hyperliquid:BTC')).toEqual(['typed']);
  });

  test('leaves others where they were', () => {
    const short = buildPosition({ id: 'short', side: 'short' });
    const second = held('second');

    expect(idsOf([short, page, typed, second])).toEqual(['short', 'typed', 'second']);
  });
});
