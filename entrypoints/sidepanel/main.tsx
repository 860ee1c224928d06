import '../../core/i18n/speak-english.ts';

import '../../components/sidepanel/sidepanel.css';

import { render } from 'preact';

import { SidePanel } from '../../components/sidepanel/side-panel.tsx';
import { startSidePanel } from './start-side-panel.ts';

const root = document.querySelector('#root');
if (root !== null) render(<SidePanel {...await startSidePanel()} />, root);
