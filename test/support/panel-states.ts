import { mapChoices } from '../../core/ledger/settings/map-choices.ts';
import type { PanelState } from '../../components/overlay/panel-store.ts';
import { DEFAULT_PLACE } from '../../components/overlay/place.ts';
import type { WarningReport } from '../../core/market/market-report.ts';
import { INSTALLED_VENUES } from '../../core/venues/origins.ts';
import {
  buildBareReport,
  buildPageMarket,
  buildReport,
  buildSources,
  buildWarmingReport,
  SAMPLE_AT,
} from './sample-report.ts';

const down = { status: 'failed', at: SAMPLE_AT - 720_000 } as const;

const withVenue = (venue: string, code: 'network' | 'region' | 'permission') =>
  buildReport({
    sources: buildSources().map((source) => (source.venue === venue ? { ...source, ...down, code } : source)),
  });

/** The breakout, an hour ago; the crash of an exchange two days ago. */
export const WARNINGS: readonly WarningReport[] = [
  {
    id: 'BTCUSDT:level:1',
    rule: 'level',
    at: SAMPLE_AT - 3_600_000,
    price: 94_812,
    code: 'level.closed-beyond.resistance',
    figures: {
      price: 94_812,
      level: [94_150, 94_789],
      closedPast: 94_789,
      edge: 94_789,
      touches: 5,
      others: null,
    },
  },
  {
    id: 'BTCUSDT:cluster:0',
    rule: 'cluster',
    at: SAMPLE_AT - 48 * 3_600_000,
    price: 90_120,
    code: 'cluster.long',
    figures: { price: 90_120, near: 90_000, exposureUsd: 5.2e9, share: 0.12 },
  },
];

/** What the product names as a state of the panel, as overrides of a live panel. */
export const PANEL_STATES: Readonly<Record<string, Partial<PanelState>>> = {
  live: {},
  bare: { report: buildBareReport() },
  forced: { mapChoices: { ...mapChoices.fallback, map: 'forced' } },
  'heat-map': {
    mapChoices: { ...mapChoices.fallback, form: 'heat' },
    listening: { isAnswered: true, venues: [], ownPages: true },
  },
  'first-run': { report: null },
  'warming-up': { report: buildWarmingReport() },
  growing: { report: buildReport({ warmUp: { barsLoaded: 5787, barsNeeded: 8640, done: false } }) },
  stale: { nowMs: SAMPLE_AT + 240_000 },
  'no-database': { report: buildReport({ storage: ['not-kept'] }) },
  'rows-lost': { report: buildReport({ storage: ['rows-lost'] }) },
  'disk-full': { report: buildReport({ storage: ['full'] }) },
  'one-venue-down': { report: withVenue('bitget', 'network') },
  'all-venues-down': {
    nowMs: SAMPLE_AT + 720_000,
    report: buildReport({ sources: buildSources({ ...down, code: 'network' }) }),
  },
  'region-refused': { report: withVenue('okx', 'region') },
  'permission-missing': { report: withVenue('bybit', 'permission') },
  'unsupported-spot': { market: buildPageMarket({ kind: 'spot' }), report: null },
  'unsupported-future': { market: buildPageMarket({ kind: 'future' }), report: null },
  'not-listed': {
    market: buildPageMarket({ base: 'NVDA' }),
    report: buildWarmingReportOf('not-listed'),
  },
  offline: { online: false, nowMs: SAMPLE_AT + 300_000 },
  'worker-restarted': { workerAnswers: false, nowMs: SAMPLE_AT + 150_000 },
  'clock-slow': { clockOffsetMs: 90_400 },
  warned: { report: buildReport({ warnings: WARNINGS }) },
  strip: { place: { ...DEFAULT_PLACE, form: 'strip' } },
  dot: { place: { ...DEFAULT_PLACE, form: 'dot' } },
  closed: { place: { ...DEFAULT_PLACE, form: 'closed' } },
};

function buildWarmingReportOf(code: 'not-listed') {
  const sources = INSTALLED_VENUES.flatMap((venue) =>
    buildSources({ ...down, at: null, code }).filter((source) => source.venue === venue),
  );
  return { ...buildWarmingReport(), price: null, sources };
}
