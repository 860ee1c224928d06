import { say } from '../../core/i18n/say.ts';
import type { MarketReport } from '../../core/market/market-report.ts';
import { VENUE_NAMES } from '../../core/market/venue-id.ts';
import { formatAge, formatPercent } from '../ui/format.ts';
import type { ContextItem } from './context-items.ts';

/** What the venues say of the market; each item names them with their share and age. */
export function marketItems(report: MarketReport, nowMs: number): readonly ContextItem[] {
  return [...liquidationItems(report), ...positioningItems(report, nowMs)];
}

/** What was force-closed of each side, as far as it was heard. */
function liquidationItems({ liquidations }: MarketReport): readonly ContextItem[] {
  return (['h1', 'h24'] as const).flatMap((span) => {
    const heard = liquidations[span];
    if (heard === null) return [];
    const { longUsd, shortUsd, isLowerBound } = heard;
    return [
      {
        id: `liquidated-${span}`,
        label: say(`liquidated.${span}`),
        value: say(isLowerBound ? 'liquidated.least' : 'liquidated.all', { longUsd, shortUsd }),
        title: say(isLowerBound ? 'liquidated.least.about' : 'liquidated.all.about'),
      },
    ];
  });
}

function positioningItems({ positioning, at }: MarketReport, nowMs: number): readonly ContextItem[] {
  const { fundingRate8h, longShortAccountRatio, takerImbalance, perVenue } = positioning;
  const age = formatAge(nowMs - at);
  const each = (pick: (venue: (typeof perVenue)[number]) => string | null) =>
    perVenue
      .flatMap((venue) => {
        const text = pick(venue);
        return text === null ? [] : [`\n${VENUE_NAMES[venue.venue]} ${text}`];
      })
      .join('');
  const items: ContextItem[] = [];
  if (fundingRate8h !== null) {
    const text = (rate: number) => formatPercent(rate, 4, true);
    const venues = each(({ fundingRate8h: rate }) => (rate === null ? null : text(rate)));
    items.push({
      id: 'funding',
      label: say('funding'),
      value: text(fundingRate8h),
      title: say('funding.about', { age }) + venues,
    });
  }
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
