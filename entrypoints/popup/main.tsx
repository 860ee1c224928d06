import '../../core/i18n/speak-english.ts';

import '../../components/popup/popup.css';

import { render } from 'preact';

import { Popup } from '../../components/popup/popup.tsx';
import { startPopup } from './start-popup.ts';

const root = document.querySelector('#root');
if (root !== null) {
  const { store, actions } = await startPopup();
  render(<Popup store={store} actions={actions} />, root);
}
