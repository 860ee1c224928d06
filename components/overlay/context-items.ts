import { say } from '../../core/i18n/say.ts';
import type { ContextSourceStatus, MarketReport } from '../../core/market/market-report.ts';
import {
  formatAge,
  formatCountdown,
  formatDay,
  formatTime,
  formatUsd,
  formatUsdExact,
} from '../ui/format.ts';
import { sourceReason } from './source-notices.ts';

export interface ContextItem {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** Source and age. */
  readonly title: string;
}

/** Events further ahead are not counted down. */
const EVENT_AHEAD_MS = 3 * 86_400_000;

/** What surrounds the market: fund flows, volatility, the next event, the largest day of liquidations. */
export function contextItems(report: MarketReport, nowMs: number): readonly ContextItem[] {
  return [
    ...flowItem(report, nowMs),
    ...volatilityItem(report, nowMs),
    ...eventItem(report, nowMs),
    ...liquidationDayItem(report, nowMs),
  ];
}

function flowItem({ context }: MarketReport, nowMs: number): readonly ContextItem[] {
  const { etf } = context;
  const source = sourceText(context.sources, 'etf', nowMs);
  if (etf === null) return missing('etf', 'ETF', source);
  const { date, netFlowUsd, sum5dUsd, streakDays } = etf;
  const streak = `${streakDays === 1 ? 'first day' : `${streakDays} days in a row`} of ${netFlowUsd < 0 ? 'outflow' : 'inflow'}`;
  return [
    {
      id: 'etf',
      label: `ETF ${formatDay(Date.parse(date))}`,
      value: `${signed(netFlowUsd)}, 5 d ${signed(sum5dUsd)}`,
      title: `Net flow of the US spot bitcoin funds on ${date}, ${formatUsdExact(netFlowUsd)}, ${streak}; five days ${formatUsdExact(sum5dUsd)}${source.text}`,
    },
  ];
}

function volatilityItem({ context }: MarketReport, nowMs: number): readonly ContextItem[] {
  const { dvol, realisedVol } = context;
  const source = sourceText(context.sources, 'dvol', nowMs);
  const realised = realisedVol === null ? '' : `, realised ${realisedVol.toFixed(0)}`;
  if (dvol !== null)
    return [
      {
        id: 'dvol',
        label: 'DVOL',
        value: `${dvol.toFixed(0)}${realised}`,
        title: `Implied and realised volatility, percent a year${source.text}`,
      },
    ];
  const gap = missing('dvol', 'DVOL', source);
  if (gap.length > 0 || realisedVol === null) return gap;
  const title = 'From the bars of the venues, percent a year';
  return [{ id: 'realised', label: 'Realised volatility', value: realisedVol.toFixed(0), title }];
}

function eventItem({ context }: MarketReport, nowMs: number): readonly ContextItem[] {
  const source = sourceText(context.sources, 'events', nowMs);
  const next = context.events.find(({ at, impact }) => at > nowMs && impact.toLowerCase() === 'high');
  if (next === undefined || next.at - nowMs > EVENT_AHEAD_MS)
    return context.events.length > 0 ? [] : missing('event', 'Events', source);
  return [
    {
      id: 'event',
      label: `${next.title} ${next.country}`,
      value: `in ${formatCountdown(next.at - nowMs)}`,
      title: `High-impact event, ${formatTime(next.at)}${source.text}`,
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
  /** `. CoinMarketCap, 2 h ago`; empty where nothing is known of a source. */
  readonly text: string;
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
  if (source === undefined) return { text: '', trouble: null };
  const { name, at, code } = source;
  const age = at === null ? 'no answer yet' : `${formatAge(nowMs - at)} ago`;
  const reason = code === null ? '' : `; ${sourceReason(code, [name])}`;
  return {
    text: `. ${name}, ${age}${reason}`,
    trouble: sourceReason(code, [name]),
  };
}

const missing = (id: string, label: string, { trouble }: SourceText): readonly ContextItem[] =>
  trouble === null ? [] : [{ id, label, value: '–', title: trouble }];

const signed = (usd: number): string => (usd > 0 ? `+${formatUsd(usd)}` : formatUsd(usd));
