import { useMemo } from 'preact/hooks';

import { say } from '../../core/i18n/say-own.ts';
import { marketId } from '../../core/market/asset.ts';
import { type Bell, type BellPlace, isLive, nearestOf } from '../../core/market/bell.ts';
import type { PageMarket } from '../../core/market/page-market.ts';
import { DAY_MS } from '../../core/market/time.ts';
import type { ChartLine } from '../bands/chart-line.ts';
import { formatPrice } from '../ui/format.ts';
import { useStore } from '../ui/use-store.ts';
import type { BellActions } from './bell-actions.ts';
import type { SideStore } from './side-store.ts';

/** A bell rings so long unless the user chooses otherwise. */
const USUAL_DAYS = 30;

interface BellsInput {
  readonly side: SideStore;
  /** Whose bells. */
  readonly market: PageMarket | null;
  /** USD a coin, now. */
  readonly price: number | null;
  /** Of the map's prices. */
  readonly decimals: number;
  readonly nowMs: number;
  readonly actions: BellActions & { readonly newId: () => string };
}

/** The bells of a market, and what is done with them. Prices of a map are in its units, those of bells USD a coin. */
export interface Bells {
  /** The highest first. */
  readonly shown: readonly Bell[];
  /** Those that may still ring, as lines of the map. */
  readonly lines: readonly ChartLine[];
  /** @param low,high in the units of the map */
  readonly hang: (place: BellPlace, low: number, high: number) => void;
  /** Lets a bell ring that has rung or is past its time, from now on. */
  readonly again: (bell: Bell, untilMs?: number | null) => void;
  readonly put: (bell: Bell) => void;
  readonly remove: (id: string) => void;
}

export function useBells({ side, market, price, decimals, nowMs, actions }: BellsInput): Bells {
  const bells = useStore(side, (state) => state.bells);
  const id = market === null ? null : marketId(market);
  const shown = bells.filter((bell) => bell.market === id).toSorted((a, b) => b.high - a.high);
  const soon = { setPrice: price, setAtMs: nowMs, untilMs: nowMs + USUAL_DAYS * DAY_MS };
  const prices = shown
    .filter((bell) => isLive(bell, nowMs))
    .map((bell) => nearestOf(bell) * (market?.multiplier ?? 1));
  // The same as long as they are drawn the same.
  const lines = useMemo(() => linesAt(prices, decimals), [prices.join(' '), decimals]);
  return {
    shown,
    lines,
    hang: (place, low, high) => {
      if (market === null || id === null) return;
      const usd = (at: number): number => Number((at / market.multiplier).toPrecision(12));
      const band = { low: usd(low), high: usd(high) };
      actions.onPutBell({
        id: actions.newId(),
        market: id,
        venue: market.venue,
        place,
        ...band,
        ...soon,
        repeats: false,
        rangAtMs: null,
      });
      side.setState({ hung: { low, high } });
    },
    again: (bell, untilMs = soon.untilMs) => actions.onPutBell({ ...bell, ...soon, untilMs, rangAtMs: null }),
    put: actions.onPutBell,
    remove: actions.onRemoveBell,
  };
}

const linesAt = (prices: readonly number[], decimals: number): readonly ChartLine[] =>
  prices.map((price) => ({
    kind: 'own',
    price,
    label: say('own-line.bell', { price: formatPrice(price, decimals) }),
    stroke: 'dashed',
  }));
