import '../../../components/sidepanel/sidepanel.css';
import '../../../core/i18n/speak-english.ts';

import { render } from 'preact';

import { draftOf } from '../../../components/popup/position-draft.ts';
import { SidePanel } from '../../../components/sidepanel/side-panel.tsx';
import { SIDE_VIEWS } from '../../../components/sidepanel/side-store.ts';
import { watchedMarkets } from '../../support/watched-markets.ts';
import { buildGlance } from '../../support/screened-market.ts';
import { SAMPLE_AT } from '../../support/sample-report.ts';
import { buildPosition } from '../../support/sample-position.ts';
import { buildSidePanel } from '../../support/side-panel.ts';
import { PANEL_STATES } from '../../support/panel-states.ts';

const query = new URLSearchParams(location.search);
const theme = query.get('theme') === 'light' ? 'light' : 'dark';
const position = buildPosition();
const positions =
  query.get('positions') === 'none'
    ? []
    : [position, buildPosition({ id: 'second', side: 'short', venue: 'bybit', entryPrice: 92_400 })];
const root = document.querySelector('#root');
if (root !== null)
  render(
    <SidePanel
      {...buildSidePanel({
        panel: { theme, ...PANEL_STATES[query.get('state') ?? 'live'] },
        side: { view: SIDE_VIEWS.find((one) => one === query.get('view')) ?? 'market' },
        desk: {
          glance: buildGlance(SAMPLE_AT),
          markets: watchedMarkets(),
          watchList: ['BTCUSDT', 'SOLUSDT', 'NVDA.equity', 'ETHUSDT'],
          positions,
          ...(positions.length === 0 ? {} : { draft: draftOf(position, 'en-US') }),
        },
      })}
    />,
    root,
  );
