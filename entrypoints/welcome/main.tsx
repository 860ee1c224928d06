import '../../core/i18n/speak-english.ts';

import '../../components/welcome/welcome.css';

import { render } from 'preact';

import { WelcomePage } from './welcome-page.tsx';
import { openAccounts } from './open-accounts.ts';

const root = document.querySelector('#root');
if (root !== null) render(<WelcomePage {...await openAccounts()} />, root);
