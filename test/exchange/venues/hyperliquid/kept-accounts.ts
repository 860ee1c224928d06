import type { ClosingOrder, KeptAccount } from '../../market/kept-account.ts';
import type { Market } from '../../market/market.ts';

/** `frontendOpenOrders`, in the shape of the recorded answers. */
export const openOrders = (orders: readonly ClosingOrder[], nowMs: number) =>
  orders.map(({ coin, side, orderType, triggerPx, sz = 0 }, index) => ({
    coin,
    side,
    limitPx: String(triggerPx * (side === 'A' ? 0.9 : 1.1)),
    sz: String(sz),
    oid: 500_000_000_000 + index,
    timestamp: nowMs - 3_600_000,
    triggerCondition: `Price ${(side === 'A') === (orderType === 'Stop Market') ? 'below' : 'above'} ${triggerPx}`,
    isTrigger: true,
    triggerPx: String(triggerPx),
    children: [],
    isPositionTpsl: sz === 0,
    reduceOnly: true,
    orderType,
    origSz: String(sz),
    tif: null,
    cloid: null,
  }));

/** Nobody's own: a long bitcoin with its own margin, a short ether and a long solana that share one, a share with a builder. */
export const EXAMPLE_ADDRESS = '0x1e5a3b7c9d02468ace13579bdf02468ace135790';

/** The account that is kept at an address, in lower case; that of the example is there from the first question on. */
export function keptAccount(market: Market, address: string): KeptAccount | undefined {
  const { keptAccounts } = market;
  if (address === EXAMPLE_ADDRESS && !keptAccounts.has(address))
    keptAccounts.set(address, exampleAccount(market));
  return keptAccounts.get(address);
}

/** The account at {@link EXAMPLE_ADDRESS}, around the prices of now. */
function exampleAccount(market: Market): KeptAccount {
  const round = (value: number): number => Number(value.toPrecision(5));
  const at = (base: string, factor: number): number => round(market.venuePrice('hyperliquid', base) * factor);
  const bitcoin = at('BTC', 1.01);
  return {
    role: 'user',
    mode: 'disabled',
    books: {
      '': {
        legs: [
          {
            coin: 'BTC',
            szi: 0.4,
            entryPx: bitcoin,
            leverage: 20,
            maxLeverage: 40,
            rawUsd: -0.4 * bitcoin * (1 - 1 / 20),
          },
          { coin: 'ETH', szi: -6, entryPx: at('ETH', 0.99), leverage: 10, maxLeverage: 25, rawUsd: null },
          { coin: 'SOL', szi: 40, entryPx: at('SOL', 0.98), leverage: 10, maxLeverage: 20, rawUsd: null },
        ],
        crossRawUsd: 6 * at('ETH', 0.99) - 40 * at('SOL', 0.98) + 4000,
      },
      xyz: {
        legs: [{ coin: 'xyz:NVDA', szi: 10, entryPx: 180, leverage: 10, maxLeverage: 20, rawUsd: -1620 }],
        crossRawUsd: 0,
      },
    },
    orders: {
      '': [
        { coin: 'BTC', side: 'A', orderType: 'Stop Market', triggerPx: at('BTC', 0.98) },
        { coin: 'BTC', side: 'A', orderType: 'Take Profit Market', triggerPx: at('BTC', 1.04), sz: 0.1 },
        { coin: 'BTC', side: 'A', orderType: 'Take Profit Market', triggerPx: at('BTC', 1.08) },
      ],
      xyz: [],
    },
  };
}
