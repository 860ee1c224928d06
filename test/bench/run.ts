/**
 * The engine's speed as one JSON object: `budgets` beside what was measured, then medians and minima in ms, and the ratio of
 * each median to that of the reference pass over as many bars, measured in the same run; what calibration adds is measured
 * in turns with the plain pass. `linearity` is the least cost of a bar over 100,000 bars against that over
 * half as many; `memory` the bytes of the stored state; the hour of polls has simulated venues and a database in memory, both
 * counted with it.
 */
import { barsUntil, liquidationMap, rebuildInventory } from '../../core/engine/index.ts';
import { stepInventory } from '../support/step-inventory.ts';
import { barAt, BARS_NEEDED, type Bars } from '../../core/market/bars.ts';
import { optionsOrExit } from '../../core/headless/args.ts';
import { wanderingBars } from '../support/build-bars.ts';
import { cascadeCase } from './cascade.ts';
import { measureForecast } from './forecast.ts';
import { measureHour } from './hour.ts';
import { measurePast } from './map-past.ts';
import { type Comparison, measure, type Timing } from './measure.ts';
import { measurePublish } from './publish.ts';
import { measureQuotes } from './quotes.ts';
import { referencePass } from './reference.ts';

const MANY_BARS = 100_000;
const RUNS = 9;

/** The same hour while every report read thirty days again, on the machine where that was measured. */
const HOUR_BEFORE = { cpuS: 34.2, rowsReadPerPoll: 2108, reportsPerPoll: 2.5, longestRunMs: 589 };

/** One report on that machine, before facts, map and risk each cost what is new. */
const PUBLISH_BEFORE_MS = 30;

optionsOrExit(
  { json: 'flag' },
  {
    usage: 'bench',
    about: "The engine's speed against its budgets, as one JSON object with --json and without it.",
    options: {},
    example: '--json',
  },
);

const many = wanderingBars(MANY_BARS);
const month = firstBars(many, BARS_NEEDED);
const reference = measure(() => referencePass(month), 5 * RUNS);
const manyReference = measure(() => referencePass(many), RUNS);

const rebuild = measure(() => rebuildInventory(month), RUNS);
const step = measureSteps();
const map = measureMap();
const forecast = measureForecast(month, 3 * RUNS);
const past = measurePast(month, RUNS);
const half = firstBars(many, MANY_BARS / 2);
const rebuildHalf = measure(() => rebuildInventory(half), 3);
const rebuildMany = measure(() => rebuildInventory(many), 3);
const cascade = measure(cascadeCase.run, RUNS);
const hour = await measureHour();
const publish = await measurePublish();
const quotes = await measureQuotes();

console.log(
  JSON.stringify(
    {
      budgets: budgets(),
      benchmarks: [
        row('reference, 30 days', BARS_NEEDED, reference, reference),
        row('rebuild, 30 days', BARS_NEEDED, rebuild, reference),
        row('one further bar', 1, step, reference),
        row('liquidation map', 1, map, reference),
        row('reference, 100,000 bars', MANY_BARS, manyReference, manyReference),
        row('rebuild, 100,000 bars', MANY_BARS, rebuildMany, manyReference),
        ...compared('20,000 forced orders in 30 days', forecast.rebuild),
        ...compared('200,000 forced orders in 30 days', forecast.busyRebuild),
        row('one further bar with ten forced orders', 1, forecast.bar, reference),
        row('expected-forced map by the mixture', 1, forecast.mixture, reference),
        row('the same with 1,000 public positions', 1, forecast.publicPositions, reference),
        row('intervals of the edges of clusters', 1, forecast.edges, reference),
        row('freezing an hour with its baselines', 1, forecast.freezing, reference),
        row('outcomes of an hour, and learning', 1, forecast.observing, reference),
        row('score of 90 days, both definitions', 1, forecast.scoring, reference),
        row(cascadeCase.name, cascadeCase.n, cascade, reference),
      ],
      storage: forecast.bytesAfter90Days,
      linearity: rebuildMany.minMs / rebuildHalf.minMs / 2,
      memory: measureMemory(),
    },
    null,
    2,
  ),
);

/** What was measured beside what it may be. */
function budgets() {
  const bytes = Object.values(forecast.bytesAfter90Days).reduce((sum, part) => sum + part, 0);
  return [
    {
      name: 'rebuild with calibration and memory over the plain pass',
      medianRatio: forecast.rebuild.medianRatio,
      minRatio: forecast.rebuild.minRatio,
      budget: 1.2,
    },
    {
      name: 'rebuild with the 864 columns of the past over the plain rebuild',
      medianRatio: past.kept.medianRatio,
      minRatio: past.kept.minRatio,
      budget: 1.3,
    },
    { name: 'one further column of the past, ms', ...past.oneColumn, budget: 0.2 },
    {
      name: "8,640 columns of 400 rows over a peer's pass",
      medianRatio: past.every.medianRatio,
      minRatio: past.every.minRatio,
      budget: 2,
    },
    {
      name: "the 864 columns over a peer's pass",
      medianRatio: past.keptBesidePeer.medianRatio,
      minRatio: past.keptBesidePeer.minRatio,
      budget: 1,
    },
    { name: 'one bar with ten forced orders, ms', ...forecast.bar, budget: 1 },
    { name: 'freezing and scoring an hour, ms', ...forecast.hour, budget: 20 },
    { name: `${cascadeCase.name}, ms`, ...cascade, budget: 30 },
    {
      name: 'rebuild of 30 days over a pass that only reads the bars',
      ratio: rebuild.minMs / reference.minMs,
      budget: 5000,
    },
    { name: 'storage after 90 days, MB', megabytes: bytes / 1e6, budget: 30 },
    {
      name: 'one report of a known market, ms of CPU',
      ...publish.all,
      budget: 25,
      before: PUBLISH_BEFORE_MS,
    },
    { name: 'the same where no bar has closed', ...publish.sameBars },
    { name: 'the same where one has', ...publish.newBars },
    { name: 'an hour of polls of one market, s of CPU', ...hour, budget: 12, before: HOUR_BEFORE },
    { name: 'an hour of quotes of one market, s of CPU', ...quotes, budget: 1 },
  ];
}

function compared(name: string, { base, work, medianRatio, minRatio }: Comparison) {
  return [
    row(`plain pass beside ${name}`, BARS_NEEDED, base, reference),
    { name: `calibrated with ${name}`, n: BARS_NEEDED, ...work, ratio: medianRatio, minRatio },
  ];
}

function row(name: string, n: number, timing: Timing, against: Timing) {
  return { name, n, ...timing, ratio: timing.medianMs / against.medianMs };
}

function firstBars(bars: Bars, count: number): Bars {
  return barsUntil(bars, (bars.openTimeS[count - 1] ?? 0) + bars.intervalS);
}

function measureSteps(): Timing {
  const inventory = rebuildInventory(month);
  if (inventory === null) throw new Error('bars without open interest');
  let next = BARS_NEEDED;
  return measure(() => stepInventory(inventory, barAt(many, next++)), 2000);
}

function measureMap(): Timing {
  const inventory = rebuildInventory(month);
  if (inventory === null) throw new Error('bars without open interest');
  return measure(() => liquidationMap(inventory, inventory.lastPrice), 50);
}

/** Bytes of the state after as many bars; what a structured clone of it would take. */
function measureMemory() {
  const inventory = rebuildInventory(month);
  if (inventory === null) throw new Error('bars without open interest');
  const bytesAt = (): number =>
    [inventory.long, inventory.short].reduce(
      (total, { stored, decay, settleAt, moments, tops }) =>
        total +
        stored.byteLength +
        decay.byteLength +
        settleAt.byteLength +
        moments.byteLength +
        tops.byteLength,
      0,
    );
  const afterMonth = bytesAt();
  for (let index = BARS_NEEDED; index < MANY_BARS; index++) stepInventory(inventory, barAt(many, index));
  return { bytesAfter30Days: afterMonth, bytesAfter100000Bars: bytesAt() };
}
