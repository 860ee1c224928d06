import { tiersOf } from '../tier-tables.ts';
import { type ApiRequest, type ApiResponse, BadRequest, decimal } from '../venue-api.ts';
import { okxListings, okxOk } from './listing.ts';

export function instruments({ market, query }: ApiRequest): ApiResponse {
  const type = query.get('instType');
  if (type === 'FUTURES') {
    return okxOk([
      instrument('BTC-USDT-260327', 'FUTURES', '0.01', 'BTC', 'linear', 'USDT', 0.1),
      xPerp('BTC', '0.0001', '310404'),
      xPerp('XAU', '0.001', '310502'),
    ]);
  }
  if (type !== 'SWAP') throw new BadRequest('Parameter instType error');
  const rows = [
    ...okxListings(market).map((listing) => ({
      ...instrument(
        listing.symbol,
        'SWAP',
        String(listing.contractSize),
        listing.name,
        'linear',
        'USDT',
        listing.tickSize,
      ),
      instCategory: listing.assetClass === 'equity' ? '3' : '1',
      ruleType: listing.isPreMarket ? 'pre_market' : 'normal',
    })),
    instrument('BTC-USD-SWAP', 'SWAP', '100', 'USD', 'inverse', 'BTC', 0.1),
    instrument('BTC-USDC-SWAP', 'SWAP', '0.0001', 'BTC', 'linear', 'USDC', 0.1),
    { ...instrument('LUNA-USDT-SWAP', 'SWAP', '1', 'LUNA', 'linear', 'USDT', 0.001), state: 'suspend' },
  ];
  return okxOk(rows.filter((row) => !query.has('instId') || row.instId === query.get('instId')));
}

/** A future that is dated five years ahead, pays funding and is settled in dollars. */
const xPerp = (coin: string, ctVal: string, date: string) => ({
  ...instrument(`${coin}-USD_UM_XPERP-${date}`, 'FUTURES', ctVal, coin, 'linear', 'USD', 0.1),
  instFamily: `${coin}-USD_UM_XPERP`,
  uly: `${coin}-USD`,
  ruleType: 'xperp',
});

const instrument = (
  instId: string,
  instType: string,
  ctVal: string,
  ctValCcy: string,
  ctType: string,
  settleCcy: string,
  tickSize: number,
) => ({
  alias: '',
  baseCcy: '',
  category: '1',
  instCategory: '1',
  ctMult: '1',
  ctType,
  ctVal,
  ctValCcy,
  expTime: instType === 'FUTURES' ? '1774598400000' : '',
  instFamily: instId.split('-').slice(0, 2).join('-'),
  instId,
  instType,
  lever: '100',
  listTime: '1573557408000',
  lotSz: '0.01',
  minSz: '0.01',
  optType: '',
  quoteCcy: '',
  ruleType: 'normal',
  settleCcy,
  state: 'live',
  stk: '',
  tickSz: decimal(tickSize, tickSize),
  uly: instId.split('-').slice(0, 2).join('-'),
});

/** Steps in contracts; the whole position pays the rate of its step. */
export function positionTiers({ market, query }: ApiRequest): ApiResponse {
  const families = (query.get('instFamily') ?? query.get('uly') ?? '').split(',');
  if (!['isolated', 'cross'].includes(query.get('tdMode') ?? ''))
    throw new BadRequest('Parameter tdMode error');
  const rows = families.flatMap((family) => {
    const listing = okxListings(market).find((candidate) => candidate.symbol === `${family}-SWAP`);
    if (listing === undefined) throw new BadRequest('Parameter instFamily error');
    const price = market.venuePrice('okx', listing.base);
    const contracts = (usd: number) => String(Math.round(usd / price / listing.contractSize));
    return tiersOf(listing.base).map((tier, index) => ({
      baseMaxLoan: '',
      imr: decimal(1 / tier.maxLeverage, 1e-4),
      instFamily: family,
      instId: '',
      maxLever: decimal(tier.maxLeverage, 0.01),
      maxSz: contracts(tier.capUsd),
      minSz: index === 0 ? '0' : String(Number(contracts(tier.floorUsd)) + 1),
      mmr: decimal(tier.maintenanceRate, 1e-4),
      optMgnFactor: '',
      quoteMaxLoan: '',
      tier: String(index + 1),
      uly: family,
    }));
  });
  return okxOk(rows);
}
