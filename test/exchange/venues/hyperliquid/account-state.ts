import type { Holdings, Leg } from '../../market/kept-account.ts';
import { decimal } from '../venue-api.ts';

export const NO_HOLDINGS: Holdings = { legs: [], crossRawUsd: 0 };

const USD_STEP = 1e-6;
const PRICE_STEP = 1e-10;

/** Half of the initial margin at the highest leverage, a fraction of what the position is worth. */
export const maintenanceOf = ({ maxLeverage }: Pick<Leg, 'maxLeverage'>): number => 1 / (2 * maxLeverage);

/** `clearinghouseState`, in the shape of the recorded answers. @param markOf price of a unit of a coin */
export function accountState(
  { legs, crossRawUsd }: Holdings,
  markOf: (coin: string) => number,
  nowMs: number,
) {
  const valued = legs.map((leg) => ({ leg, mark: markOf(leg.coin), value: leg.szi * markOf(leg.coin) }));
  const cross = valued.filter(({ leg }) => leg.rawUsd === null);
  const crossValueUsd = crossRawUsd + cross.reduce((sum, { value }) => sum + value, 0);
  const crossMaintenanceUsd = cross.reduce(
    (sum, { leg, value }) => sum + Math.abs(value) * maintenanceOf(leg),
    0,
  );
  const isolatedUsd = valued.reduce(
    (sum, { leg, value }) => sum + (leg.rawUsd === null ? 0 : leg.rawUsd + value),
    0,
  );
  const isolatedRawUsd = legs.reduce((sum, { rawUsd }) => sum + (rawUsd ?? 0), 0);
  const crossUsedUsd = cross.reduce((sum, { leg, value }) => sum + Math.abs(value) / leg.leverage, 0);
  const usd = (amount: number): string => decimal(amount, USD_STEP);
  const notionalUsd = (some: typeof valued): number =>
    some.reduce((sum, { value }) => sum + Math.abs(value), 0);
  return {
    marginSummary: {
      accountValue: usd(crossValueUsd + isolatedUsd),
      totalNtlPos: usd(notionalUsd(valued)),
      totalRawUsd: usd(crossRawUsd + isolatedRawUsd),
      totalMarginUsed: usd(crossUsedUsd + isolatedUsd),
    },
    crossMarginSummary: {
      accountValue: usd(crossValueUsd),
      totalNtlPos: usd(notionalUsd(cross)),
      totalRawUsd: usd(crossRawUsd),
      totalMarginUsed: usd(crossUsedUsd),
    },
    crossMaintenanceMarginUsed: usd(crossMaintenanceUsd),
    withdrawable: usd(Math.max(0, crossValueUsd - crossUsedUsd)),
    assetPositions: valued.map(({ leg, mark, value }) => {
      const { coin, szi, entryPx, leverage, maxLeverage, rawUsd } = leg;
      const side = Math.sign(szi);
      // "Liquidations": price - side * margin_available / position_size / (1 - l * side)
      const availableUsd =
        rawUsd === null
          ? crossValueUsd - crossMaintenanceUsd
          : rawUsd + value - Math.abs(value) * maintenanceOf(leg);
      const liquidation = mark - (side * availableUsd) / Math.abs(szi) / (1 - maintenanceOf(leg) * side);
      const profit = szi * (mark - entryPx);
      const marginUsed = rawUsd === null ? Math.abs(value) / leverage : rawUsd + value;
      return {
        type: 'oneWay',
        position: {
          coin,
          szi: decimal(szi, 1e-8),
          leverage:
            rawUsd === null
              ? { type: 'cross', value: leverage }
              : { type: 'isolated', value: leverage, rawUsd: usd(rawUsd) },
          entryPx: decimal(entryPx, 1e-8),
          positionValue: usd(Math.abs(value)),
          unrealizedPnl: usd(profit),
          returnOnEquity: decimal((profit * leverage) / (Math.abs(szi) * entryPx), 1e-10),
          liquidationPx: liquidation > 0 ? decimal(liquidation, PRICE_STEP) : null,
          marginUsed: usd(marginUsed),
          maxLeverage,
          cumFunding: { allTime: '0.0', sinceOpen: '0.0', sinceChange: '0.0' },
        },
      };
    }),
    time: nowMs,
  };
}
