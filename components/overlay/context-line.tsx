import type { MarketReport } from '../../core/market/market-report.ts';
import { VENUE_NAMES } from '../../core/market/venue-id.ts';
import {
  formatAge,
  formatCountdown,
  formatPercent,
  formatTime,
  formatUsd,
  formatUsdExact,
} from '../ui/format.ts';

interface ContextItem {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** Source and age. */
  readonly title: string;
}

/** Open interest, funding, accounts and what surrounds the market; items without a figure are left out. */
export function ContextLine({ report, nowMs }: { readonly report: MarketReport; readonly nowMs: number }) {
  const items = [...marketItems(report, nowMs), ...surroundings(report, nowMs)];
  if (items.length === 0) return null;
  return (
    <dl class="context">
      {items.map(({ id, label, value, title }) => (
        <div key={id} title={title}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function marketItems({ openInterest, positioning, at }: MarketReport, nowMs: number): readonly ContextItem[] {
  const items: ContextItem[] = [];
  const age = `${formatAge(nowMs - at)} ago`;
  const { usd, drawdown, peakAt, perVenue } = openInterest;
  if (usd !== null) {
    const venues = perVenue
      .map(
        ({ venue, usd: share, held }) => `${VENUE_NAMES[venue]} ${formatUsd(share)}${held ? ' (held)' : ''}`,
      )
      .join(', ');
    const under = drawdown === null ? '' : `, ${formatPercent(drawdown, 0)} under peak`;
    const peak = peakAt === null ? '' : ` Peak on ${new Date(peakAt).toISOString().slice(0, 10)}.`;
    const title = `Open interest of one side, ${formatUsdExact(usd)}, ${age}: ${venues}.${peak}`;
    items.push({ id: 'open-interest', label: 'Open interest', value: `${formatUsd(usd)}${under}`, title });
  }
  const { fundingRate8h, longShortAccountRatio } = positioning;
  if (fundingRate8h !== null) {
    const title = `Funding that longs pay to shorts in eight hours, weighted by open interest, ${age}`;
    items.push({ id: 'funding', label: 'Funding 8 h', value: formatPercent(fundingRate8h, 4, true), title });
  }
  if (longShortAccountRatio !== null) {
    const title = `Accounts that are long for one that is short, ${age}. Counts accounts, not dollars.`;
    items.push({ id: 'accounts', label: 'Long : short', value: longShortAccountRatio.toFixed(2), title });
  }
  return items;
}

function surroundings({ context }: MarketReport, nowMs: number): readonly ContextItem[] {
  const items: ContextItem[] = [];
  const { etf, dvol, events } = context;
  if (etf !== null) {
    const title = `Net flow of the US spot ETFs on ${etf.date}, ${formatUsdExact(etf.netFlowUsd)}; five days ${formatUsdExact(etf.sum5dUsd)}`;
    const value = `${signed(etf.netFlowUsd)}, 5 d ${signed(etf.sum5dUsd)}`;
    items.push({ id: 'etf', label: 'ETF', value, title });
  }
  if (dvol !== null) {
    items.push({
      id: 'dvol',
      label: 'DVOL',
      value: dvol.toFixed(0),
      title: 'Implied volatility, percent a year, Deribit',
    });
  }
  const next = events.find((event) => event.at > nowMs && event.impact === 'high');
  if (next !== undefined) {
    const value = `in ${formatCountdown(next.at - nowMs)}`;
    items.push({ id: 'event', label: `${next.title} ${next.country}`, value, title: formatTime(next.at) });
  }
  return items;
}

const signed = (usd: number): string => (usd > 0 ? `+${formatUsd(usd)}` : formatUsd(usd));
