import { say } from '../../core/i18n/say-own.ts';
import { assetText, readAsset } from '../../core/market/asset.ts';
import { readChartSymbol } from '../../core/sites/chart-symbol.ts';

/** A quote that ends a name with nothing between them. Dollars that are coins have shorter names before their USD. */
const ENDS_IN_QUOTE = /.USD[TC]$|.{3}USD$/;

/** What is wrong with a coin's name, and the name that was meant where it can be told. */
export interface CoinProblem {
  readonly error: string;
  readonly meant: string | null;
}

/**
 * A coin as it is typed: its name alone, since a position is one of an asset and not of a venue's symbol. Null where
 * nothing is wrong; whether any venue lists it is not known here.
 */
export function coinProblem(text: string, venue: string): CoinProblem | null {
  const typed = text.trim().toUpperCase();
  const asset = readAsset(text);
  if (asset !== null && asset.assetClass !== 'crypto') return null;
  const symbol = /\s/.test(typed) ? null : readChartSymbol(text.trim(), venue);
  if (symbol === null) return asset === null ? { error: say('form.coin.alone'), meant: null } : null;
  const meant = assetText(symbol);
  const isSymbol = asset === null || ENDS_IN_QUOTE.test(typed) || (symbol.quote === null && meant !== typed);
  if (!isSymbol || meant === typed) return null;
  const error =
    symbol.multiplier === 1
      ? say('form.coin.unknown', { typed })
      : say('form.coin.multiple', { typed, coin: meant, multiplier: String(symbol.multiplier) });
  return { error, meant };
}
