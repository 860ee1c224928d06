import { expectedForcedMap } from '../engine/forecast/forced-map.ts';
import { type Forecaster, forecastAt, type PublicKnowledge } from '../engine/forecast/forecaster.ts';
import type { Mixture } from '../engine/forecast/mixture.ts';
import type { AsideSpan, VenueSeries } from '../engine/index.ts';
import { collectColumns } from '../engine/history/collect-columns.ts';
import { BAR_INTERVAL_S, type Bars } from '../market/bars.ts';
import { madeOnce } from '../market/made-once.ts';
import type { VenueId } from '../market/venue-id.ts';
import type { Believed } from './aside/believe-market.ts';
import { readBurnIn } from './compare-bars.ts';
import { ordersInBars } from '../engine/agreement/believable-orders.ts';
import { continuePast } from '../ledger/map-past.ts';
import { heardRevision, readListening, readOrders } from '../ledger/forced-orders/read-orders.ts';
import type { HeardMarket } from './forecast/evidence.ts';
import { forecasterNow } from './forecast/forecaster-now.ts';
import { engineBasis, keptUntilS, settledInSlices } from './forecast/settled-forecaster.ts';
import { keepRecord } from './forecast/keep-record.ts';
import { mixtureSoFar } from './forecast/mixture-so-far.ts';
import type { VenueFacts } from './venue-facts.ts';
import type { MarketView } from './map-report.ts';
import type { MarketMemory } from './market-memory.ts';
import type { Ports } from '../ledger/ports.ts';
import type { EngineState } from '../ledger/tables/engine.ts';
import type { SkillRow } from '../ledger/tables/skill.ts';
import { publicKnowledge } from './public-knowledge.ts';
import { SETTLED_AFTER_S } from '../ledger/windows.ts';

/**
 * The map of all stored bars, from the stored engine state where it fits; stores the state that it goes on from, and the
 * record. Null where no price or no open interest is believed. @throws StorageError
 */
export async function mapOf(
  ports: Ports,
  market: string,
  memory: MarketMemory,
  known: Believed,
): Promise<MarketView | null> {
  const { aggregated, quote, checked, aside, nowMs } = known;
  if (aggregated === null || quote === null) return null;
  const { bars } = aggregated;
  const { database } = ports;
  const skill = await database.get('skill', [market]);
  const held = memory.learnt?.bars === bars ? memory.learnt.mixture : null;
  const mixture = await mixtureSoFar(database, market, skill, held);
  memory.learnt = { bars, mixture };
  const settled = await settleEngine(ports, { market, memory, known, bars, mixture });
  if (settled === null) return null;
  const { engine, heard, settledS } = settled;
  memory.engine = engine;
  memory.now = await forecasterNow(memory.now, { engine, mixture, bars, heard }, ports.clock.giveWay);
  const { forecaster } = memory.now;
  const { inventory, calibration } = forecaster.state;
  const learnt = await keepRecord({
    database,
    market,
    nowMs,
    settledS,
    forecaster,
    skill,
    happened: { bars, series: checked.series, heard: heard.heard, margins: calibration.margins },
    asideLog: aside.log,
  });
  await ports.clock.giveWay();
  const open = await publicKnowledge(database, market, inventory, bars, nowMs);
  return viewOf(forecaster, quote.price, learnt, open);
}

/** What the engine of a market is settled of. */
interface Unsettled {
  readonly market: string;
  readonly memory: MarketMemory;
  readonly known: Believed;
  readonly bars: Bars;
  readonly mixture: Mixture;
}

/** The engine after the last settled bar, and what was heard since the one that was stored. */
interface Settled {
  readonly engine: NonNullable<MarketMemory['engine']>;
  readonly heard: HeardMarket;
  /** Bars that closed later than this, epoch seconds, may still change. */
  readonly settledS: number;
}

/** Steps the stored engine on to the last settled bar, or makes it anew, and stores it with the map's past. Null without open interest. */
async function settleEngine(
  { database, clock }: Ports,
  { market, memory, known: { facts, checked, windows, nowMs }, bars, mixture }: Unsettled,
): Promise<Settled | null> {
  const { series, aside } = checked;
  const heard = await readListening(database, market);
  // A clock that runs ahead of the bars settles nothing.
  const untilS = Math.min(nowMs / 1000, (bars.openTimeS.at(-1) ?? 0) + 2 * BAR_INTERVAL_S);
  const told = facts.filter(({ instrument }) => instrument !== null);
  const settledS = untilS - SETTLED_AFTER_S;
  const toldS = Math.min(settledS, ...told.map((one) => one.settledS));
  const basis = engineBasis(windows.originS, [
    ...revisionsOf(facts, series),
    ...aside.filter(({ fromS }) => fromS < toldS).map(nameOf),
    heardRevision(heard),
  ]);
  const stored = memory.engine?.basis === basis ? memory.engine : await database.get('engine', [market]);
  const keptS = keptUntilS(stored, basis);
  const readOlder = keptS === null ? await readBurnIn(database, market, facts, windows) : null;
  const range = { fromMs: (keptS ?? windows.originS) * 1000, untilMs: windows.untilS * 1000 };
  const orders = ordersInBars(await readOrders(database, market, heard, range), series);
  const heardMarket = { series, heard, orders };
  const { afterBar, columns } = collectColumns(untilS);
  const forecaster = await settledInSlices(
    { afterBar, bars, readOlder, stored, basis, settledS: toldS, heard: heardMarket, mixture },
    clock.giveWay,
  );
  if (forecaster === null) return null;
  const state = stateOf(forecaster);
  const lastOpenS = state.inventory.lastOpenTimeS;
  if (keptS === lastOpenS && stored !== null) return { engine: stored, heard: heardMarket, settledS };
  const engine = { basis, lastOpenS, state };
  await database.commit([
    { store: 'engine', key: [market], value: engine },
    ...(await continuePast(database, market, { basis, columns, nowS: untilS, isAnew: keptS === null })),
  ]);
  return { engine, heard: heardMarket, settledS };
}

/** What `forecaster` says after its last bar, seen from `price`, USD. */
function viewOf(
  forecaster: Forecaster,
  price: number,
  skill: SkillRow | null,
  known?: PublicKnowledge,
): MarketView {
  const { state } = forecaster;
  const report = skill?.reports[0] ?? null;
  const forecast = forecastAt(forecaster, state.inventory.lastOpenTimeS + BAR_INTERVAL_S, {
    price,
    isDistanceAlone: report?.isDistanceAlone === true,
    ...(known === undefined ? {} : { known }),
  });
  return { map: expectedForcedMap(forecast), state, known, skill: report };
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
    return [venue, ...revisions.map((one) => one?.revision ?? '-'), firstOpenInterest(bars) ?? '-'].join(':');
  });

/** Coins; of a venue without a history of it the search goes through nearly all of the bars. */
const firstOpenInterest = madeOnce((bars: Bars) => bars.openInterestBase.find((value) => value >= 0));
