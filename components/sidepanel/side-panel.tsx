import { useMemo, useState } from 'preact/hooks';

import { say } from '../../core/i18n/say-own.ts';
import { assetText } from '../../core/market/asset.ts';
import type { PanelActions } from '../overlay/panel-actions.ts';
import { inPageUnits } from '../overlay/page-units.ts';
import { hasFiguresPlace, isStale, panelCondition } from '../overlay/panel-condition.ts';
import type { PanelStore } from '../overlay/panel-store.ts';
import { useReport } from '../overlay/use-report.ts';
import { WarningList } from '../overlay/warning-list.tsx';
import { AmountsSwitch } from '../popup/amounts-switch.tsx';
import type { PopupActions } from '../popup/popup-actions.ts';
import type { PopupStore } from '../popup/popup-store.ts';
import { useDesk } from '../popup/use-desk.ts';
import { SilentMessengers } from '../popup/silent-messengers.tsx';
import { useOwnAmounts } from '../popup/use-own-amounts.ts';
import { glanceDecimals } from '../ui/format.ts';
import { later } from '../ui/later.tsx';
import { Locale } from '../ui/locale.ts';
import { Own } from '../ui/own-amounts.ts';
import { Segments } from '../ui/segments.tsx';
import { useStore } from '../ui/use-store.ts';
import type { BellActions } from './bell-actions.ts';
import { PriceBar } from './price-bar.tsx';
import { SideBells } from './side-bells.tsx';
import { SideDesk } from './side-desk.tsx';
import { SideFigures } from './side-figures.tsx';
import { SideHead } from './side-head.tsx';
import { SideMarket } from './side-market.tsx';
import { SideNotices } from './side-notices.tsx';
import { SidePositions } from './side-positions.tsx';
import { SIDE_VIEWS, type SideStore } from './side-store.ts';
import { useBells } from './use-bells.ts';
import { useOwnLines } from './use-own-lines.ts';
import { useTake } from './use-take.ts';

const WatchList = later(async () => (await import('../watch-list/watch-list.tsx')).WatchList);
const Screener = later(async () => (await import('../screener/screener.tsx')).Screener);

interface SidePanelProps {
  /** The market that is shown. */
  readonly panel: PanelStore;
  /** The user's positions. */
  readonly desk: PopupStore;
  readonly side: SideStore;
  readonly actions: PanelActions & PopupActions & BellActions;
}

/** Beside the page and private: the user's positions in full, and the map, levels, context and warnings of the tab's market. */
export function SidePanel({ panel, desk: store, side, actions }: SidePanelProps) {
  const market = useStore(panel, (state) => state.market);
  const told = useReport(panel);
  const theme = useStore(panel, (state) => state.theme);
  const palette = useStore(panel, (state) => state.palette);
  const condition = useStore(panel, panelCondition);
  const isElsewhere = useStore(side, (state) => state.isElsewhere);
  const view = useStore(side, (state) => state.view);
  const locale = useStore(store, (state) => state.locale);
  const own = useOwnAmounts(store);
  const [isPast, setPast] = useState(false);
  const multiplier = market?.multiplier ?? 1;
  const report = useMemo(() => told && inPageUnits(told, multiplier), [told, multiplier]);
  const decimals = report?.price == null ? 0 : glanceDecimals(report.price, report.tickSize);
  const desk = useDesk(store, actions);
  const lines = useOwnLines({ store, side, desk, market, decimals });
  const { take, onTake } = useTake({ side, desk, market, locale, newId: actions.newId });
  const nowMs = useStore(panel, (state) => state.nowMs);
  const price = told?.price ?? null;
  const bells = useBells({ side, market, price, decimals, nowMs, actions });
  const ownLines = useMemo(() => [...lines, ...bells.lines], [lines, bells.lines]);
  const asset = market === null ? '' : assetText(market);
  const title = `${multiplier === 1 ? '' : multiplier}${asset}`;
  const isKnown = report !== null && hasFiguresPlace(condition);
  return (
    <Own.Provider value={own}>
      <Locale.Provider value={locale}>
        <main
          class={`plimsoll side-panel${isStale(condition) ? ' stale' : ''}${isPast ? ' past' : ''}`}
          data-theme={theme}
          data-palette={palette}
          data-condition={condition}
        >
          <SideHead store={panel} {...{ title, report, decimals, condition }} onRecord={actions.onRecord}>
            <AmountsSwitch store={store} onHideAmounts={actions.onHideAmounts} />
          </SideHead>
          <Segments
            label={say('side.views')}
            choices={SIDE_VIEWS.map((one) => [one, say(`side.view.${one}`)] as const)}
            chosen={view}
            onChoose={(chosen) => side.setState({ view: chosen })}
          />
          <SilentMessengers store={store} />
          {view === 'market' && isElsewhere && (
            <p class="secondary">{say('side.elsewhere', { market: title })}</p>
          )}
          {view === 'screener' && <Screener {...{ store, actions }} />}
          {view === 'list' && <WatchList {...{ store, actions }} />}
          {view === 'market' && (
            <>
              <SideNotices store={panel} {...{ report, condition, actions }} base={asset} />
              {isKnown && (
                <WarningList
                  store={panel}
                  {...{ report, decimals }}
                  onSnooze={actions.onSnooze}
                  guard={null}
                />
              )}
              <SidePositions {...{ store, actions, desk, asset }} />
              <SideMarket
                store={panel}
                {...{ report, condition, decimals, multiplier, theme, palette, actions, take }}
                ownLines={ownLines}
                onMoment={setPast}
              />
              <SideDesk {...{ store, desk, actions, asset }} />
              {isKnown && <SideBells store={side} {...{ bells, price, multiplier, decimals, nowMs }} />}
              {isKnown && (
                <SideFigures store={panel} {...{ report, decimals, actions }} onBell={bells.hang} />
              )}
              <PriceBar store={side} {...{ decimals, onTake }} onBell={(at) => bells.hang('price', at, at)} />
            </>
          )}
        </main>
      </Locale.Provider>
    </Own.Provider>
  );
}
