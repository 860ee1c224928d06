import { useEffect, useMemo, useState } from 'preact/hooks';

import { accountPositions } from '../../core/ledger/accounts/account-positions.ts';
import { shownPositions } from '../../core/ledger/shown-tables.ts';
import { say } from '../../core/i18n/say-glance.ts';
import { assetOfMarket, assetText } from '../../core/market/asset.ts';
import { MINUTE_MS } from '../../core/market/time.ts';
import { VENUE_IDS, VENUE_NAMES } from '../../core/market/venue-id.ts';
import type { PopupActions } from '../popup/popup-actions.ts';
import type { PopupStore } from '../popup/popup-store.ts';
import { useMarkets } from '../popup/use-markets.ts';
import { isTold } from '../screener/history.ts';
import { useLook } from '../screener/use-look.ts';
import { useStore } from '../ui/use-store.ts';
import { EditList } from './edit-list.tsx';
import { WatchItem } from './watch-item.tsx';
import { orderRows, WATCH_ORDERS, type WatchOrder, watchRows, withoutReport } from './watch-row.ts';

interface WatchListProps {
  readonly store: PopupStore;
  readonly actions: Pick<PopupActions, 'onLook' | 'onList' | 'onBase' | 'onWatch' | 'onTrade' | 'onTradeAt'>;
}

/** The coins of the user's list, the one that is nearest to breaking first. */
export function WatchList({ store, actions }: WatchListProps) {
  const watchList = useStore(store, (state) => state.watchList);
  const [isEdited, setEdited] = useState(false);
  const isEmpty = watchList.length === 0;
  return (
    <section class="watch-list" aria-labelledby="watch-list">
      <h2 id="watch-list" class="visually-hidden">
        {say('list.title')}
      </h2>
      {isEmpty && <p class="secondary">{say('list.empty')}</p>}
      {isEdited || isEmpty ? (
        <EditList {...{ watchList }} onList={actions.onList} />
      ) : (
        <Rows {...{ store, actions }} />
      )}
      {!isEmpty && (
        <div class="watch-tools">
          <button type="button" class="button" onClick={() => setEdited(!isEdited)}>
            {say(isEdited ? 'list.done' : 'list.edit')}
          </button>
          <TradeAt {...{ store, actions }} />
        </div>
      )}
    </section>
  );
}

function Rows({ store, actions }: WatchListProps) {
  const watchList = useStore(store, (state) => state.watchList);
  const nowMs = useStore(store, (state) => state.nowMs);
  const tradeAt = useStore(store, (state) => state.tradeAt);
  const glance = useStore(store, (state) => state.glance);
  const own = useStore(store, (state) => state.positions);
  const accounts = useStore(store, (state) => state.accounts);
  const tables = useStore(store, (state) => state.tables);
  const markets = useMarkets(store);
  const [order, setOrder] = useState<WatchOrder>('near');
  useEffect(() => {
    for (const market of watchList) actions.onBase(assetText(assetOfMarket(market)));
  }, [watchList]);
  useLook(store, actions.onLook, withoutReport(watchList, { markets, nowMs }));
  // The clock of funding goes on by the second, what is reckoned of positions by the minute.
  const minute = Math.floor(nowMs / MINUTE_MS);
  const rows = useMemo(() => {
    const positions = [...own, ...accountPositions(accounts), ...shownPositions(tables)];
    const isAnswered = glance?.venues.some(({ at }) => at !== null) ?? false;
    const told = { screened: glance?.markets ?? [], isTold: glance !== null && isAnswered && isTold(glance) };
    return orderRows(watchRows(watchList, { markets, ...told, positions, nowMs }), order);
  }, [watchList, markets, glance, own, accounts, tables, order, minute]);
  return (
    <>
      <select
        class="watch-order"
        aria-label={say('list.order')}
        value={order}
        onChange={({ currentTarget: { value } }) =>
          setOrder(WATCH_ORDERS.find((one) => one === value) ?? 'near')
        }
      >
        {WATCH_ORDERS.map((one) => (
          <option key={one} value={one}>
            {say(`list.order.${one}`)}
          </option>
        ))}
      </select>
      <ul>
        {rows.map((row) => (
          <WatchItem
            key={row.market}
            {...{ row, nowMs, tradeAt }}
            onOpen={() => actions.onTrade(row.market)}
            onMap={() => actions.onWatch(row.asset)}
          />
        ))}
      </ul>
      {rows.some(({ basis }) => basis === 'bulk') && <p class="secondary">{say('list.no-map')}</p>}
    </>
  );
}

function TradeAt({ store, actions }: WatchListProps) {
  const tradeAt = useStore(store, (state) => state.tradeAt);
  return (
    <label class="secondary">
      {say('list.trade-at')}{' '}
      <select
        value={tradeAt}
        onChange={({ currentTarget: { value } }) =>
          actions.onTradeAt(VENUE_IDS.find((one) => one === value) ?? tradeAt)
        }
      >
        {VENUE_IDS.map((venue) => (
          <option key={venue} value={venue}>
            {VENUE_NAMES[venue]}
          </option>
        ))}
      </select>
    </label>
  );
}
