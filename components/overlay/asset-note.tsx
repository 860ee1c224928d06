import type { AssetClass } from '../../core/market/asset-class.ts';
import { assetOfMarket } from '../../core/market/asset.ts';
import type { MarketReport } from '../../core/market/market-report.ts';
import { sessionOf } from '../../core/context/share-hours.ts';
import { VENUE_NAMES } from '../../core/market/venue-id.ts';
import { formatCountdown } from '../ui/format.ts';
import { listed } from './source-notices.ts';

const KINDS: Readonly<Record<Exclude<AssetClass, 'crypto'>, string>> = {
  equity: 'a share',
  commodity: 'a commodity',
  index: 'an index',
  currency: 'a currency',
};

/** What a contract that is no ordinary coin is written on, and whether its home market is shut; null for a coin. */
export function assetSentence(
  { market, preMarket = [] }: Pick<MarketReport, 'market' | 'preMarket'>,
  nowMs: number,
): string | null {
  const asset = assetOfMarket(market);
  const { base, assetClass } = asset;
  const kind = assetClass === 'crypto' ? null : KINDS[assetClass];
  if (preMarket.length > 0) {
    const venues = listed(preMarket.map((venue) => VENUE_NAMES[venue]));
    return `Pre-market on ${venues}: ${base} is ${kind ?? 'a coin'} that is not traded elsewhere yet, and its price follows these contracts alone.`;
  }
  if (kind === null) return null;
  const session = sessionOf(asset, nowMs);
  const hours =
    session === null || session.isOpen
      ? ''
      : ` Its exchange is closed and opens in ${formatCountdown(session.nextOpenMs - nowMs)}: order books and volume are thin until then.`;
  return `${base} is ${kind} here, not a coin.${hours}`;
}

interface AssetNoteProps {
  readonly report: Pick<MarketReport, 'market' | 'preMarket'>;
  readonly nowMs: number;
}

/** {@link assetSentence} at the head of the panel; nothing for a coin. */
export function AssetNote({ report, nowMs }: AssetNoteProps) {
  const sentence = assetSentence(report, nowMs);
  return sentence === null ? null : <p class="secondary">{sentence}</p>;
}
