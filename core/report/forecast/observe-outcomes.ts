import { observationWeights } from '../../engine/forecast/observation-weights.ts';
import { integrateBins } from '../../engine/forecast/relative-lattice.ts';
import { type OrderMargins, type PlacedOrder, placeOrders } from '../../engine/placement.ts';
import { mergePath, type PricePath } from '../../engine/skill/price-path.ts';
import { observeOutcome, type EventDefinition, type Region } from '../../engine/skill/region.ts';
import type { Bars } from '../../market/bars.ts';
import { isCompleteFeed } from '../../market/feeds.ts';
import type { ForcedOrder } from '../../market/forced-order.ts';
import type { VenueId } from '../../market/venue-id.ts';
import { listenedShareOf } from '../../ledger/forced-orders/listening.ts';
import { densityOf } from '../../ledger/record/forecast-row.ts';
import type { ForecastRow } from '../../ledger/tables/forecasts.ts';
import type { OutcomeRow, OutcomeSide } from '../../ledger/tables/outcomes.ts';
import type { HeardMarket } from './evidence.ts';
import { createVenueShares } from './venue-shares.ts';

/** What happened, as far as it was heard. */
export interface Happened extends HeardMarket {
  readonly bars: Bars;
  /** By how much orders are worse than the market, as calibration has learnt it. */
  readonly margins: OrderMargins;
}

/** A venue counts in a window if it was listened to for this share of it. */
const MIN_LISTENED = 0.9;
/** What one sampled order stands for in a minute that was full of them, at least. */
const FULL_MINUTE_WEIGHT = 3.2;

/** What came of forecasts, asked for in the order of their times; a window that nobody listened to has no sides. */
export function createOutcomes(happened: Happened): (frozen: ForecastRow, horizonS: number) => OutcomeRow {
  const path = mergePath(happened.bars, null);
  const shares = createVenueShares(happened.series);
  return (frozen, horizonS) => {
    const { atS } = frozen;
    shares.seek(atS);
    const venues = (Object.keys(happened.heard) as VenueId[]).filter((venue) => {
      const stretches = happened.heard[venue]?.stretches ?? [];
      return listenedShareOf(stretches, atS * 1000, (atS + horizonS) * 1000) >= MIN_LISTENED;
    });
    const heardShare = venues.reduce((sum, venue) => sum + (shares.of(venue) ?? 0), 0);
    const { names, usdScale, forcedLogSd, forcedLogMean } = frozen;
    const outcome = { atS, horizonS, heardShare, usdScale, forcedLogSd, forcedLogMean, names, sides: [] };
    if (venues.length === 0) return outcome;
    const fired = ordersBetween(happened.orders, atS * 1000, (atS + horizonS) * 1000).filter(({ venue }) =>
      venues.includes(venue),
    );
    const placed = correctSampled(placeOrders(fired, happened.bars, happened.margins));
    return { ...outcome, sides: sidesOf(frozen, path, placed, horizonS) };
  };
}

/** Those of `orders`, ascending in time, that fired in `[fromMs, untilMs)`. */
function ordersBetween(
  orders: readonly ForcedOrder[],
  fromMs: number,
  untilMs: number,
): readonly ForcedOrder[] {
  const from = orders.findIndex(({ atMs }) => atMs >= fromMs);
  if (from < 0) return [];
  let until = from;
  while ((orders[until]?.atMs ?? Infinity) < untilMs) until++;
  return orders.slice(from, until);
}

/** Orders of feeds that show one a second, counted for those that they hide. */
function correctSampled(orders: readonly PlacedOrder[]): readonly PlacedOrder[] {
  const weights = observationWeights(orders);
  return orders.map((order, index) => {
    if (isCompleteFeed(order.venue)) return order;
    const weight = weights[index] ?? 1;
    return { ...order, notionalUsd: order.notionalUsd * (weight > 0 ? weight : FULL_MINUTE_WEIGHT) };
  });
}

function sidesOf(
  frozen: ForecastRow,
  path: PricePath,
  orders: readonly PlacedOrder[],
  horizonS: number,
): readonly OutcomeSide[] {
  const { atS } = frozen;
  const windows = [{ startS: atS, endS: atS + horizonS }];
  const observe = (definition: EventDefinition): readonly Region[] =>
    observeOutcome({ path, orders, windows, timesS: [atS], horizonS, definition }).regions;
  const all = observe('all');
  return observe('first').flatMap((first) => {
    const every = all.find(({ side }) => side === first.side);
    if (every === undefined) return [];
    return [
      {
        side: first.side,
        price: first.price,
        edges: first.edges,
        firstUsd: first.usd,
        firstPrints: first.orders,
        firstUsdByVenue: first.usdByVenue ?? {},
        allUsd: every.usd,
        allPrints: every.orders,
        masses: massesOf(frozen, first),
      },
    ];
  });
}

function massesOf(frozen: ForecastRow, { side, edges }: Region): Float32Array {
  const bins = edges.length - 1;
  const masses = new Float32Array(frozen.names.length * bins);
  frozen.names.forEach((name, index) => {
    const density = densityOf(frozen, name);
    if (density !== null) masses.set(integrateBins(density[side], edges), index * bins);
  });
  return masses;
}
