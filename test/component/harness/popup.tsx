import '../../../components/popup/popup.css';

import { render } from 'preact';

import { draftOf } from '../../../components/popup/position-draft.ts';
import { createPopupStore, POPUP_VIEWS } from '../../../components/popup/popup-store.ts';
import { Popup } from '../../../components/popup/popup.tsx';
import { buildPosition } from '../../support/sample-position.ts';
import { watchedMarkets } from '../../support/watched-markets.ts';
import { buildGlance } from '../../support/screened-market.ts';
import { SAMPLE_AT } from '../../support/sample-report.ts';

const query = new URLSearchParams(location.search);
const theme = query.get('theme') === 'light' ? 'light' : 'dark';
const position = buildPosition();
const store = createPopupStore({
  nowMs: SAMPLE_AT + 2000,
  markets: watchedMarkets(),
  watchList: ['SOLUSDT', 'BTCUSDT', 'NVDA.equity', 'ETHUSDT', 'WIFUSDT'],
  glance: buildGlance(SAMPLE_AT),
  view: POPUP_VIEWS.find((one) => one === query.get('view')) ?? 'position',
  positions: [position, buildPosition({ id: 'second', side: 'short', venue: 'bybit', entryPrice: 92_400 })],
  draft: draftOf(position, 'en-US'),
  theme,
});
const root = document.querySelector('#root');
const ignore = () => {};
if (root !== null) {
  render(
    <Popup
      store={store}
      actions={{
        onPut: ignore,
        onRemove: ignore,
        onPutAccount: ignore,
        onForgetAccount: ignore,
        onConsent: ignore,
        onBase: ignore,
        onWatch: ignore,
        onList: ignore,
        onLook: ignore,
        onTrade: ignore,
        onTradeAt: ignore,
        onPermission: ignore,
        onHideAmounts: ignore,
        onCopy: ignore,
        onExport: ignore,
        onImport: ignore,
        onOpenTab: ignore,
        onSidePanel: ignore,
        newId: () => 'new',
      }}
    />,
    root,
  );
}
