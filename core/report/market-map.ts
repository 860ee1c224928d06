import type { Forecaster } from '../engine/forecast/forecaster.ts';
import type { AsideSpan, VenueSeries } from '../engine/index.ts';
import { collectColumns } from '../engine/history/collect-columns.ts';
import { BAR_INTERVAL_S, type Bars } from '../market/bars.ts';
import type { VenueId } from '../market/venue-id.ts';
import type { Believed } from './aside/believe-market.ts';
import { readBurnIn } from './compare-bars.ts';
import { ordersInBars } from '../engine/agreement/believable-orders.ts';
import { continuePast } from '../ledger/map-past.ts';
import { heardRevision, readListening, readOrders } from '../ledger/forced-orders/read-orders.ts';
import { forecasterNow } from './forecast/forecaster-now.ts';
import { engineBasis, keptUntilS, settledInSlices } from './forecast/settled-forecaster.ts';
import { keepRecord } from './forecast/keep-record.ts';
import { mixtureSoFar } from './forecast/mixture-so-far.ts';
import { type MarketView, viewOf } from './forecast/market-view.ts';
import type { VenueFacts } from './venue-facts.ts';
import type { MarketMemory } from './market-memory.ts';
import type { Ports } from '../ledger/ports.ts';
import type { EngineState } from '../ledger/tables/engine.ts';
import { publicKnowledge } from './public-knowledge.ts';
import { SETTLED_AFTER_S } from '../ledger/windows.ts';

/**
 * The map of all stored bars, from the stored engine state where it fits; stores the state that it goes on from. Null where
 * no price or no open interest is believed. @throws StorageError
 */
export async function mapOf(
  ports: Ports,
  market: string,
  memory: MarketMemory,
  { facts, checked, aside: kept, aggregated, windows, quote, nowMs }: Believed,
): Promise<MarketView | null> {
  if (aggregated === null || quote === null) return null;
  const { series, aside } = checked;
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
  const readOlder = keptS === null ? await readBurnIn(database, market, facts, windows) : null;
  const range = { fromMs: (keptS ?? windows.originS) * 1000, untilMs: windows.untilS * 1000 };
  const orders = ordersInBars(await readOrders(database, market, heard, range), series);
  const skill = await database.get('skill', [market]);
  const held = memory.now?.bars === bars ? memory.now.mixture : null;
  const mixture = await mixtureSoFar(database, market, skill, held);
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
      mixture,
    },
    ports.clock.giveWay,
  );
  if (settled === null) return null;
  const state = stateOf(settled);
  const lastOpenS = state.inventory.lastOpenTimeS;
  const engine = keptS === lastOpenS && stored !== null ? stored : { basis, lastOpenS, state };
  if (keptS !== lastOpenS) {
    const { columns } = past;
    const isAnew = keptS === null;
    await database.commit([
      { store: 'engine', key: [market], value: engine },
      ...(await continuePast(database, market, { basis, columns, nowS: untilS, isAnew })),
    ]);
  }
  memory.engine = engine;
  memory.now = forecasterNow(memory.now, {
    engine,
    mixture,
    bars,
    heard: heardMarket,
  });
  const { forecaster } = memory.now;
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
    asideLog: kept.log,
  });
  await ports.clock.giveWay();
  const known = await publicKnowledge(database, market, forecaster.state.inventory, bars, nowMs);
  return viewOf(forecaster, quote.price, learnt, known);
}

const stateOf = ({ state: { inventory, calibration, memory } }: Forecaster): EngineState => ({
  inventory,
  calibration,
  memory,
});

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
