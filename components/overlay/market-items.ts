import { say } from '../../core/i18n/say.ts';
import type { MarketReport } from '../../core/market/market-report.ts';
import { VENUE_NAMES } from '../../core/market/venue-id.ts';
import { formatAge, formatPercent } from '../ui/format.ts';
import type { ContextItem } from './context-items.ts';

/** What the venues say of the market; each item names them with their share and age. */
export function marketItems(report: MarketReport, nowMs: number): readonly ContextItem[] {
  return [...positioningItems(report, nowMs), ...bookItem(report)];
}

/** What stands in the books near the price. */
function bookItem({ depth }: MarketReport): readonly ContextItem[] {
  if (depth == null) return [];
  const { bidWithinOnePercentUsd: bids, askWithinOnePercentUsd: asks } = depth;
  return [
    { id: 'book', label: say('book'), value: say('book.value', { bids, asks }), title: say('book.about') },
  ];
}

function positioningItems({ positioning, at }: MarketReport, nowMs: number): readonly ContextItem[] {
  const { longShortAccountRatio, takerImbalance, perVenue } = positioning;
  const age = formatAge(nowMs - at);
  const each = (pick: (venue: (typeof perVenue)[number]) => string | null) =>
    perVenue
      .flatMap((venue) => {
        const text = pick(venue);
        return text === null ? [] : [`\n${VENUE_NAMES[venue.venue]} ${text}`];
      })
      .join('');
  const items: ContextItem[] = [];
  if (longShortAccountRatio !== null) {
    const venues = each((venue) => venue.longShortAccountRatio?.toFixed(2) ?? null);
    items.push({
      id: 'accounts',
      label: say('accounts'),
      value: longShortAccountRatio.toFixed(2),
      title: say('accounts.about', { age }) + venues,
    });
  }
  if (takerImbalance !== null) {
    const venues = each(({ takerImbalance: share }) =>
      share === null ? null : formatPercent(share, 1, true),
    );
    items.push({
      id: 'takers',
      label: say('takers'),
      value: formatPercent(takerImbalance, 1, true),
      title: say('takers.about', { age }) + venues,
    });
  }
  return items;
}
