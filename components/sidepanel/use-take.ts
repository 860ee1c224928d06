import { useMemo } from 'preact/hooks';

import { say } from '../../core/i18n/say-own.ts';
import { assetText } from '../../core/market/asset.ts';
import type { PageMarket } from '../../core/market/page-market.ts';
import { firstDraft } from '../popup/first-draft.ts';
import { baseOf, entryOf } from '../popup/position-draft.ts';
import type { Desk } from '../popup/use-desk.ts';
import type { TakePrice } from '../ui/take-price.ts';
import type { SideStore } from './side-store.ts';
import { type PriceRole, withPrice } from './take-role.ts';

interface TakeInput {
  readonly side: SideStore;
  readonly desk: Desk;
  /** Whose map is pressed. */
  readonly market: PageMarket | null;
  readonly locale: string;
  readonly newId: () => string;
}

/** What a press in the map does, and what the answer to its question does. */
export function useTake({ side, desk, market, locale, newId }: TakeInput) {
  const take = useMemo(
    (): TakePrice => ({
      onTake: (pressed) => side.setState({ pressed, taken: null }),
      about: say('take.about'),
    }),
    [side],
  );
  /** @param price in the units of the map */
  const onTake = (role: PriceRole, price: number): void => {
    if (market === null) return;
    const usd = Number((price / market.multiplier).toPrecision(12));
    const { draft, saved, markets } = desk;
    const asset = assetText(market);
    const isBegun = saved === undefined && baseOf(draft) === asset;
    const report = markets[asset]?.report ?? null;
    const begun = isBegun
      ? draft
      : firstDraft({ page: market, asset: market, report, positions: [], id: newId() }, locale);
    if (!isBegun) desk.open(begun);
    const entry = entryOf(report);
    const isEntered = begun.entryPrice !== '' || entry === null;
    const entered = isEntered ? begun : withPrice(begun, 'entry', entry, locale);
    desk.change(withPrice(entered, role, usd, locale));
    side.setState({ taken: { role, price } });
  };
  return { take, onTake };
}
