import { say } from '../../core/i18n/say.ts';
import type { ContextSourceStatus, MarketReport } from '../../core/market/market-report.ts';
import { DAY_MS } from '../../core/market/time.ts';
import { formatAge, formatDuration, formatDay, formatPrice, formatTime, formatUsd } from '../ui/format.ts';
import { sourceReason } from './source-notices.ts';

export interface ContextItem {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** Source and age. */
  readonly title: string;
}

/** Events further ahead are not counted down. */
const EVENT_AHEAD_MS = 3 * DAY_MS;

/** What surrounds the market: fund flows, volatility, the next event, the largest day of liquidations. */
export function contextItems(report: MarketReport, nowMs: number): readonly ContextItem[] {
  return [
    ...flowItem(report, nowMs),
    ...treasuriesItem(report, nowMs),
    ...volatilityItem(report, nowMs),
    ...eventItem(report, nowMs),
    ...liquidationDayItem(report, nowMs),
  ];
}

function flowItem({ context }: MarketReport, nowMs: number): readonly ContextItem[] {
  const { etf } = context;
  const source = sourceText(context.sources, 'etf', nowMs);
  if (etf === null) return missing('etf', say('etf'), source);
  const { date, netFlowUsd, sum5dUsd, streakDays } = etf;
  const about = say(netFlowUsd < 0 ? 'etf.outflow' : 'etf.inflow', {
    date,
    flow: netFlowUsd,
    sum: sum5dUsd,
    streak: streakDays,
  });
  return [
    {
      id: 'etf',
      label: say('etf.day', { at: Date.parse(date) }),
      value: say('etf.flow', { flow: signed(netFlowUsd), sum: signed(sum5dUsd) }),
      title: withSource(about, source),
    },
  ];
}

function treasuriesItem({ context }: MarketReport, nowMs: number): readonly ContextItem[] {
  const { treasuries } = context;
  const source = sourceText(context.sources, 'treasuries', nowMs);
  if (treasuries === null) return missing('treasuries', say('treasuries'), source);
  const { base, companies, monthBase } = treasuries;
  const coins = Math.round(base);
  return [
    {
      id: 'treasuries',
      label: say('treasuries'),
      value:
        monthBase === null
          ? say('treasuries.value', { coins })
          : say('treasuries.month', { coins, change: signedCoins(monthBase) }),
      title: withSource(say('treasuries.about', { companies }), source),
    },
  ];
}

function volatilityItem({ context }: MarketReport, nowMs: number): readonly ContextItem[] {
  const { dvol, realisedVol } = context;
  const source = sourceText(context.sources, 'dvol', nowMs);
  if (dvol !== null)
    return [
      {
        id: 'dvol',
        label: say('dvol'),
        value: realisedVol === null ? dvol.toFixed(0) : say('dvol.realised', { dvol, realised: realisedVol }),
        title: withSource(say('dvol.about'), source),
      },
    ];
  const gap = missing('dvol', say('dvol'), source);
  if (gap.length > 0 || realisedVol === null) return gap;
  return [
    { id: 'realised', label: say('realised'), value: realisedVol.toFixed(0), title: say('realised.about') },
  ];
}

function eventItem({ context }: MarketReport, nowMs: number): readonly ContextItem[] {
  const source = sourceText(context.sources, 'events', nowMs);
  const next = context.events.find(({ at, impact }) => at > nowMs && impact.toLowerCase() === 'high');
  if (next === undefined || next.at - nowMs > EVENT_AHEAD_MS)
    return context.events.length > 0 ? [] : missing('event', say('events'), source);
  return [
    {
      id: 'event',
      label: `${next.title} ${next.country}`,
      value: say('event.in', { countdown: formatDuration(next.at - nowMs) }),
      title: withSource(say('event.about', { time: formatTime(next.at) }), source),
    },
  ];
}

/** The largest day known and what is measured of today; a published figure is named as such. */
function liquidationDayItem({ history }: MarketReport, nowMs: number): readonly ContextItem[] {
  const days = history.largestLiquidationDays;
  const largest = days.reduce<(typeof days)[number] | null>(
    (most, day) => (most === null || day.usd > most.usd ? day : most),
    null,
  );
  if (largest === null) return [];
  const today = days.find(({ date }) => date === new Date(nowMs).toISOString().slice(0, 10));
  const { date, usd, reportedBy, reportedOn = date } = largest;
  const figures = { usd, date, day: `${formatDay(Date.parse(date))} ${date.slice(0, 4)}`, on: reportedOn };
  const value = say(reportedBy === undefined ? 'record-day.seen' : 'record-day.reported', figures);
  return [
    {
      id: 'liquidation-day',
      label: say('record-day'),
      value: today === undefined ? value : say('record-day.today', { record: value, usd: today.usd }),
      title: say(`record-day.by.${reportedBy ?? 'us'}`, figures),
    },
  ];
}

interface SourceText {
  /** `CoinMarketCap, 2 h ago`; null where nothing is known of a source. */
  readonly text: string | null;
  /** Why the figure is missing; null where no source is allowed. */
  readonly trouble: string | null;
}

/** The source that gave the figure, else the first that failed to. */
function sourceText(
  sources: readonly ContextSourceStatus[] = [],
  figure: ContextSourceStatus['figure'],
  nowMs: number,
): SourceText {
  // What was never allowed is not missed.
  const mine = sources.filter((source) => source.figure === figure && source.code !== 'permission');
  const source = mine.find(({ status }) => status === 'ok') ?? mine[0];
  if (source === undefined) return { text: null, trouble: null };
  const { name, at, code } = source;
  const text =
    at === null
      ? say('context.source.none', { name })
      : say('context.source', { name, age: formatAge(nowMs - at) });
  const trouble = sourceReason(code, [name]);
  return {
    text: code === null ? text : say('context.source.trouble', { source: text, reason: trouble }),
    trouble,
  };
}

const withSource = (about: string, { text }: SourceText): string =>
  text === null ? about : `${about}. ${text}`;

const missing = (id: string, label: string, { trouble }: SourceText): readonly ContextItem[] =>
  trouble === null ? [] : [{ id, label, value: '–', title: trouble }];

const signedCoins = (coins: number): string => `${coins < 0 ? '−' : '+'}${formatPrice(Math.abs(coins))}`;

const signed = (usd: number): string => (usd > 0 ? `+${formatUsd(usd)}` : formatUsd(usd));
