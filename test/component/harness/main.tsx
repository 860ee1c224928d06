import '../../../components/overlay/panel.css';
import '../../../core/i18n/speak-english.ts';

import { render } from 'preact';

import { mountPanelBody } from '../../../components/overlay/mount-panel-body.tsx';
import { createPanelStore } from '../../../components/overlay/panel-store.ts';
import { Panel } from '../../../components/overlay/panel.tsx';
import { DEFAULT_PLACE } from '../../../components/overlay/place.ts';
import { buildHeardOrders, buildMapWindow, buildPastLevels } from '../../support/sample-window.ts';
import { buildReport, SAMPLE_AT, buildPageMarket } from '../../support/sample-report.ts';
import { PANEL_STATES } from '../../support/panel-states.ts';

const query = new URLSearchParams(location.search);
const theme = query.get('theme') === 'light' ? 'light' : 'dark';
document.body.style.cssText = `margin:0;min-height:560px;background:${theme === 'dark' ? '#0b0e11' : '#fff'};color:${theme === 'dark' ? '#fff' : '#000'}`;

const state = PANEL_STATES[query.get('state') ?? 'live'] ?? {};
const store = createPanelStore({
  market: buildPageMarket(),
  report: buildReport(),
  nowMs: SAMPLE_AT + 2000,
  theme,
  ...state,
});
const size = {
  width: Number(query.get('width') ?? DEFAULT_PLACE.width),
  height: Number(query.get('height') ?? DEFAULT_PLACE.height),
};
store.setState({ place: { ...store.getState().place, top: 16, ...size } });
const root = document.createElement('main');
document.body.append(root);
const ignore = () => {};
render(
  <Panel
    store={store}
    loadBody={() => mountPanelBody}
    guard={{ watch: () => ignore, isSeen: () => true }}
    actions={{
      onPlace: ignore,
      onPermission: ignore,
      onHosts: ignore,
      onRefresh: ignore,
      onSnooze: ignore,
      onListeningOptions: ignore,
      onListenToOwnPages: ignore,
      onChange: ignore,
      askMapWindow: async (asked) => buildMapWindow(asked),
      askOrders: async () => buildHeardOrders(),
      askLevels: async () => buildPastLevels(),
    }}
  />,
  root,
);
