import { type Forecaster, resumeForecaster } from '../engine/forecast/forecaster.ts';
import {
  aggregateVenues,
  type AggregatedBars,
  type AsideSpan,
  checkVenues,
  type VenueSeries,
} from '../engine/index.ts';
import { collectColumns } from '../engine/history/collect-columns.ts';
import { BAR_INTERVAL_S, type Bars } from '../market/bars.ts';
import type { VenueId } from '../market/venue-id.ts';
import type { AsideEntry } from '../ledger/tables/aside.ts';
import { ordersInBars } from '../engine/agreement/believable-orders.ts';
import { continuePast } from '../ledger/map-past.ts';
import { heardRevision, readListening, readOrders } from '../ledger/forced-orders/read-orders.ts';
import { engineBasis, keptUntilS, settledInSlices, stepOn } from './forecast/settled-forecaster.ts';
import { keepRecord } from './forecast/keep-record.ts';
import { type MarketView, viewOf } from './forecast/market-view.ts';
import type { VenueFacts } from './market-facts.ts';
import type { MarketMemory } from './market-memory.ts';
import type { Ports } from '../ledger/ports.ts';
import type { EngineState } from '../ledger/tables/engine.ts';
import { publicKnowledge } from './public-knowledge.ts';
import { readBars } from '../ledger/read-bars.ts';
import { SETTLED_AFTER_S, type Windows } from '../ledger/windows.ts';

/** The stored bars, as `read` reads them, of the venues that have any. */
export async function readSeries(
  facts: readonly VenueFacts[],
  kind: 'candles' | 'burn-in',
  read: (venue: VenueId) => Promise<Bars>,
): Promise<readonly VenueSeries[]> {
  const loaded = facts.filter(
    ({ coverage, instrument }) => coverage[kind] !== undefined && instrument !== null,
  );
  const series = await Promise.all(loaded.map(async ({ venue }) => ({ venue, bars: await read(venue) })));
  return series.filter(({ bars }) => bars.openTimeS.length > 0);
}

/** What a map is made of. */
export interface MapInput {
  readonly ports: Ports;
  readonly market: string;
  readonly facts: readonly VenueFacts[];
  /** As far as they are believed. */
  readonly series: readonly VenueSeries[];
  readonly aside: readonly AsideSpan[];
  readonly asideLog: readonly AsideEntry[];
  readonly aggregated: AggregatedBars;
  readonly windows: Windows;
  readonly memory: MarketMemory;
  readonly nowMs: number;
  readonly price: number | null;
}

/** The map of all stored bars, from the stored engine state where it fits; stores the state that it goes on from. */
export async function mapOf(input: MapInput): Promise<MarketView | null> {
  const { ports, market, facts, series, aside, asideLog, aggregated, windows, memory, nowMs, price } = input;
  const { database } = ports;
  const { bars } = aggregated;
  const heard = await readListening(database, market);
  // A clock that runs ahead of the bars settles nothing.
  const untilS = Math.min(nowMs / 1000, (bars.openTimeS.at(-1) ?? 0) + 2 * BAR_INTERVAL_S);
  const settledS = untilS - SETTLED_AFTER_S;
  const basis = engineBasis(windows.originS, [
    ...revisionsOf(facts, series),
    ...aside.filter(({ fromS }) => fromS < settledS).map(nameOf),
    heardRevision(heard),
  ]);
  const stored = memory.engine?.basis === basis ? memory.engine : await database.get('engine', [market]);
  const keptS = keptUntilS(stored, basis);
  const readOlder = keptS === null ? await readBurnIn(input) : null;
  const range = { fromMs: (keptS ?? windows.originS) * 1000, untilMs: windows.untilS * 1000 };
  const orders = ordersInBars(await readOrders(database, market, heard, range), series);
  const skill = await database.get('skill', [market]);
  const heardMarket = { series, heard, orders };
  const past = collectColumns(untilS);
  const settled = await settledInSlices(
    {
      afterBar: past.afterBar,
      bars,
      readOlder,
      stored,
      basis,
      settledS,
      heard: heardMarket,
      mixture: skill?.mixture ?? null,
    },
    ports.clock.giveWay,
  );
  if (settled === null) return null;
  const state = stateOf(settled);
  const lastOpenS = state.inventory.lastOpenTimeS;
  const engine = { basis, lastOpenS, state };
  if (keptS !== lastOpenS) {
    const { columns } = past;
    const isAnew = keptS === null;
    await database.commit([
      { store: 'engine', key: [market], value: engine },
      ...(await continuePast(database, market, { basis, columns, nowS: untilS, isAnew })),
    ]);
  }
  memory.engine = engine;
  const forecaster = resumeForecaster({ ...structuredClone(state), mixture: settled.state.mixture });
  stepOn(forecaster, bars, heardMarket);
  const { calibration } = forecaster.state;
  const happened = { bars, series, heard, margins: calibration.margins };
  const learnt = await keepRecord({
    database,
    market,
    nowMs,
    settledS,
    forecaster,
    skill,
    happened,
    asideLog,
  });
  await ports.clock.giveWay();
  const known = await publicKnowledge(database, market, forecaster.state.inventory, bars, nowMs);
  return viewOf(forecaster, price, learnt, known);
}

const stateOf = ({ state: { inventory, calibration, memory } }: Forecaster): EngineState => ({
  inventory,
  calibration,
  memory,
});

/** Older, coarser candles that the engine begins with; null where there are none. */
export async function readBurnIn({
  ports,
  market,
  facts,
  windows,
}: Pick<MapInput, 'ports' | 'market' | 'facts' | 'windows'>): Promise<Bars | null> {
  const range = { fromS: windows.burnInFromS, untilS: windows.originS };
  const series = await readSeries(facts, 'burn-in', (venue) =>
    readBars(ports.database, market, venue, 'burn-in', range),
  );
  if (series.length === 0) return null;
  return aggregateVenues(checkVenues(series).series, { ...range, untilS: range.untilS - 1 }).bars;
}

/** A stretch that goes on has no end yet: bars that come into it are left out like those before. */
const nameOf = ({ venue, quantity, fromS, untilS, isOpen }: AsideSpan): string =>
  [venue, quantity, fromS, isOpen ? '' : untilS].join(':');

/** What an engine state depends on beside its last bar: which venues, which of their bars, and where open interest begins. */
const revisionsOf = (facts: readonly VenueFacts[], series: readonly VenueSeries[]): readonly string[] =>
  series.map(({ venue, bars }: { venue: VenueId; bars: Bars }) => {
    const coverage = facts.find((one) => one.venue === venue)?.coverage;
    const revisions = [coverage?.candles, coverage?.['open-interest'], coverage?.['burn-in']];
    const firstKnown = bars.openInterestBase.find((value) => value >= 0) ?? '-';
    return [venue, ...revisions.map((one) => one?.revision ?? '-'), firstKnown].join(':');
  });
