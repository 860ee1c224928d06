import { useMemo, useState } from 'preact/hooks';

import { say } from '../../core/i18n/say-glance.ts';
import type { MarketGlance } from '../../core/report/market-glance.ts';
import { type Ranking, rankMarkets } from '../../core/screener/rank-markets.ts';
import { SCREENED_FIGURES, type ScreenedFigure } from '../../core/screener/screened-market.ts';
import type { PopupActions } from '../popup/popup-actions.ts';
import type { PopupStore } from '../popup/popup-store.ts';
import { useStore } from '../ui/use-store.ts';
import { GlanceSources } from './glance-sources.tsx';
import { keptHours } from './history.ts';
import { ScreenerFilters } from './screener-filters.tsx';
import { ScreenerTable } from './screener-table.tsx';
import { useLook } from './use-look.ts';

interface ScreenerProps {
  readonly store: PopupStore;
  readonly actions: Pick<PopupActions, 'onLook' | 'onList'>;
}

/** Rows that are drawn at once. */
const PAGE_ROWS = 40;

/** Every perpetual of the user's venues, ranked by facts. */
export function Screener({ store, actions }: ScreenerProps) {
  useLook(store, actions.onLook, null);
  const glance = useStore(store, (state) => state.glance);
  return (
    <section class="screener" aria-labelledby="screener">
      <h2 id="screener" class="visually-hidden">
        {say('screener.title')}
      </h2>
      <p class="secondary">{say('screener.about')}</p>
      {glance === null || glance.markets.length === 0 ? (
        <p role="status">{say('screener.wait')}</p>
      ) : (
        <Markets {...{ store, glance, actions }} />
      )}
      {glance !== null && <GlanceSources {...{ store, glance }} />}
    </section>
  );
}

function Markets({ store, glance, actions }: ScreenerProps & { readonly glance: MarketGlance }) {
  const watchList = useStore(store, (state) => state.watchList);
  const nowMs = useStore(store, (state) => state.nowMs);
  const [chosen, setChosen] = useState<Partial<Ranking>>({});
  const [most, setMost] = useState(PAGE_ROWS);
  // Before a day has passed nothing is known of its changes.
  const hasDay = glance.markets.some(({ openInterestDayChange }) => openInterestDayChange !== null);
  const first: Ranking = {
    by: hasDay ? 'openInterestDayChange' : 'turnoverUsd',
    isDescending: true,
    assetClass: null,
    leastTurnoverUsd: 1e6,
  };
  const ranking = { ...first, ...chosen };
  const ranked = useMemo(
    () => rankMarkets(glance.markets, ranking),
    [glance, ranking.by, ranking.isDescending, ranking.assetClass, ranking.leastTurnoverUsd],
  );
  // What goes first by stands first, so that the order is seen in the narrowest panel; what is not known yet stands last.
  const figures = useMemo(() => {
    const placeOf = (figure: ScreenedFigure): number => {
      if (figure === first.by) return 0;
      return glance.markets.some((market) => market[figure] !== null) ? 1 : 2;
    };
    return SCREENED_FIGURES.toSorted((a, b) => placeOf(a) - placeOf(b));
  }, [glance, first.by]);
  const left = ranked.length - most;
  return (
    <>
      <ScreenerFilters {...{ ranking }} onChange={(change) => setChosen({ ...chosen, ...change })} />
      <ScreenerTable
        markets={ranked.slice(0, most)}
        {...{ figures, ranking, watchList }}
        all={ranked.length}
        hours={keptHours(glance, nowMs)}
        onRank={(change) => setChosen({ ...chosen, ...change })}
        onList={actions.onList}
      />
      {ranked.length === 0 && <p>{say('screener.none')}</p>}
      {left > 0 && (
        <button type="button" class="button" onClick={() => setMost(most + PAGE_ROWS)}>
          {say('screener.more', { count: Math.min(left, PAGE_ROWS) })}
        </button>
      )}
    </>
  );
}
