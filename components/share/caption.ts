import { say } from '../../core/i18n/say.ts';
import { definitionSentence } from '../../core/i18n/skill-words.ts';
import { assetOfMarket, assetText } from '../../core/market/asset.ts';
import type { MapKind } from '../../core/market/map-window.ts';
import type { MarketReport } from '../../core/market/market-report.ts';
import { formatPrice } from '../ui/format.ts';
import type { SharedPicture } from './shared-picture.ts';

interface Captioned {
  readonly report: MarketReport;
  readonly map: MapKind;
  /** Of the moment that is shown, in the units of the page. */
  readonly price: number;
  readonly atS: number;
  readonly multiplier: number;
  readonly decimals: number;
}

/** What stands around a picture: coin, price, time, that it is an estimate, and what the map has been worth. */
export function captionOf(shown: Captioned): Pick<SharedPicture, 'title' | 'about' | 'record'> {
  const { report, map, price, atS, multiplier, decimals } = shown;
  const coin = `${multiplier === 1 ? '' : multiplier}${assetText(assetOfMarket(report.market))}`;
  return {
    title: `${coin} ${formatPrice(price, decimals)}`,
    about: say('share.about', { atMs: atS * 1000, what: say(`map.${map}.about`) }),
    record: report.skill === null ? '' : definitionSentence(report.skill),
  };
}
