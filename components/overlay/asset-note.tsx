import { say } from '../../core/i18n/say.ts';
import { assetOfMarket } from '../../core/market/asset.ts';
import type { MarketReport } from '../../core/market/market-report.ts';
import { sessionOf } from '../../core/context/share-hours.ts';
import { formatDuration } from '../ui/format.ts';

/** What a contract that is no ordinary coin is written on, and whether its home market is shut; null for a coin. */
export function assetSentence(
  { market, preMarket = [] }: Pick<MarketReport, 'market' | 'preMarket'>,
  nowMs: number,
): string | null {
  const asset = assetOfMarket(market);
  const { base, assetClass } = asset;
  if (preMarket.length > 0) return say(`asset.pre-market.${assetClass}`, { venues: preMarket, base });
  if (assetClass === 'crypto') return null;
  const session = sessionOf(asset, nowMs);
  const what = say(`asset.${assetClass}`, { base });
  if (session === null || session.isOpen) return what;
  return `${what} ${say('asset.closed', { wait: formatDuration(session.nextOpenMs - nowMs) })}`;
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
