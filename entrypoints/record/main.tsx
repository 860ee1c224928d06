import '../../core/i18n/speak-english.ts';

import 'uplot/dist/uPlot.min.css';

import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/record/record.css';

import { render } from 'preact';

import { RecordPage } from './record-page.tsx';

const root = document.getElementById('root');
if (root !== null) render(<RecordPage />, root);
