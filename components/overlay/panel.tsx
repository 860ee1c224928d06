import { useMemo } from 'preact/hooks';

import { say } from '../../core/i18n/say.ts';
import { assetText } from '../../core/market/asset.ts';
import type { MarketReport } from '../../core/market/market-report.ts';
import type { PanelPlace } from '../../core/ledger/place.ts';
import { glanceDecimals } from '../ui/format.ts';
import { useStore } from '../ui/use-store.ts';
import { BodySlot, type LoadBody } from './body-slot.tsx';
import { Card } from './card.tsx';
import { chartButton } from './chart-button.ts';
import { Dot } from './dot.tsx';
import { Freshness } from './freshness.tsx';
import { inPageUnits } from './page-units.ts';
import { ListeningQuestion } from './listening-question.tsx';
import type { PanelActions } from './panel-actions.ts';
import { Notices } from './notices.tsx';
import { hasFiguresPlace, isStale, panelCondition } from './panel-condition.ts';
import type { PanelStore } from './panel-store.ts';
import { PressRefused } from './press-refused.tsx';
import type { PressGuard } from './press-guard.ts';
import { CARD, cornerOf, fitPlace, movePlace } from './place.ts';
import { Strip } from './strip.tsx';
import { useDrag } from './use-drag.ts';
import { useReport } from './use-report.ts';
import { WarningList } from './warning-list.tsx';

interface PanelProps {
  readonly store: PanelStore;
  readonly actions: PanelActions;
}

interface PagePanelProps {
  readonly loadBody: LoadBody;
  readonly guard: PressGuard;
}

/** The panel on an exchange page, in the form that its place says. */
export function Panel({ store, actions, loadBody, guard }: PanelProps & PagePanelProps) {
  const market = useStore(store, (state) => state.market);
  const told = useReport(store);
  const place = useStore(store, (state) => state.place);
  const theme = useStore(store, (state) => state.theme);
  const palette = useStore(store, (state) => state.palette);
  const isInTheWay = useStore(store, (state) => state.isInTheWay);
  const listening = useStore(store, (state) => state.listening);
  const refused = useStore(store, (state) => state.refused);
  const clockOffsetMs = useStore(store, (state) => state.clockOffsetMs);
  const condition = useStore(store, panelCondition);
  const button = useStore(store, chartButton);
  const multiplier = market?.multiplier ?? 1;
  const report = useMemo(() => told && inPageUnits(told, multiplier), [told, multiplier]);
  const move = usePlaceDrag(store, actions, movePlace);
  if (place.form === 'closed' || condition === 'no-market') return null;
  const decimals = report?.price == null ? 0 : glanceDecimals(report.price, report.tickSize);
  const toForm = (form: PanelPlace['form']) => {
    const next = { ...store.getState().place, form };
    store.setState({ place: next });
    actions.onPlace(next);
  };
  const hasFigures = report?.map != null && hasFiguresPlace(condition);
  const corner = cornerOf(place);
  const frame = {
    class: `plimsoll panel ${place.form}${isStale(condition) ? ' stale' : ''}`,
    'data-theme': theme,
    'data-palette': palette,
    'data-condition': condition,
    style: {
      right: `${corner.right}px`,
      top: `${corner.top}px`,
      visibility: isInTheWay ? 'hidden' : 'visible',
      ...(place.form === 'dot' ? {} : { width: `${place.form === 'card' ? CARD.width : place.width}px` }),
      ...(place.form === 'open' && {
        [hasFigures ? 'height' : 'maxHeight']: `${place.height}px`,
        '--half': `${place.height / 2}px`,
      }),
    },
  };
  if (place.form === 'dot') {
    return (
      <div {...frame}>
        <Dot report={report} move={move} onOpen={() => toForm('open')} />
      </div>
    );
  }
  const title = market === null ? '' : `${multiplier === 1 ? '' : multiplier}${assetText(market)}`;
  const freshness = <Freshness {...{ store, report, condition }} />;
  if (place.form === 'card') {
    return (
      <section {...frame} aria-label={say('panel')}>
        <Card
          {...{ store, report, decimals, condition, title, freshness, move }}
          onSidePanel={actions.onSidePanel}
          onOpen={() => toForm('open')}
          onFold={() => toForm('strip')}
          onClose={() => toForm('closed')}
        />
        <PressRefused store={store} />
      </section>
    );
  }
  return (
    <section {...frame} aria-label={say('panel')}>
      <div class="strip-handle" {...move}>
        <Strip
          {...{ report, decimals, title, freshness, move }}
          isOpen={place.form === 'open'}
          onOpen={() => toForm('open')}
          onFold={() => toForm(place.form === 'open' ? 'card' : 'dot')}
          onRecord={actions.onRecord}
          onSidePanel={actions.onSidePanel}
          onClose={() => toForm('closed')}
        />
      </div>
      {place.form === 'open' && (
        <>
          {hasFigures && report !== null && (
            <WarningList {...{ store, report, decimals, guard }} onSnooze={actions.onSnooze} />
          )}
          <BodySlot
            load={loadBody}
            layout={layoutKey(hasFigures, report)}
            {...{ store, report, condition, decimals, multiplier, theme }}
            palette={palette}
            actions={actions}
          />
          <Notices
            condition={condition}
            base={market === null ? '' : assetText(market)}
            hasFigures={report?.price != null}
            sources={report?.sources ?? []}
            storage={report?.storage ?? []}
            clockOffsetMs={clockOffsetMs}
            refused={refused}
            chartButton={hasFigures ? button : null}
            onPermission={actions.onPermission}
            onHosts={actions.onHosts}
            onRefresh={actions.onRefresh}
          />
          {hasFiguresPlace(condition) && (
            <ListeningQuestion
              listening={listening}
              onOptions={actions.onListeningOptions}
              onOwnPages={actions.onListenToOwnPages}
            />
          )}
          <PressRefused store={store} />
          <ResizeHandle store={store} actions={actions} />
        </>
      )}
    </section>
  );
}

/** What comes or goes above other parts of the open panel. */
const layoutKey = (hasFigures: boolean, report: MarketReport | null): string =>
  [hasFigures, report?.warnings?.[0]?.id, report?.warmUp.done, (report?.levels.length ?? 0) > 0].join(' ');

function ResizeHandle({ store, actions }: PanelProps) {
  const resize = usePlaceDrag(store, actions, (start, dx, dy) => ({
    ...start,
    width: start.width - dx,
    height: start.height + dy,
  }));
  return (
    <button
      type="button"
      class="resize-handle"
      aria-label={say('panel.resize')}
      title={say('panel.drag')}
      {...resize}
    />
  );
}

function usePlaceDrag(
  store: PanelStore,
  actions: PanelActions,
  change: (start: PanelPlace, dx: number, dy: number) => PanelPlace,
) {
  return useDrag(() => {
    const start = store.getState().place;
    return {
      onMove: (dx, dy) => {
        const room = { width: document.documentElement.clientWidth, height: window.innerHeight };
        store.setState({ place: fitPlace(change(start, dx, dy), room), isPlaced: true });
      },
      onEnd: () => actions.onPlace(store.getState().place),
    };
  });
}
