import '../../core/i18n/speak-english.ts';

import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/options/options.css';

import { render } from 'preact';

import { Locale } from '../../components/ui/locale.ts';
import { OptionsPage } from './options-page.tsx';

const root = document.getElementById('root');
if (root !== null)
  render(
    <Locale.Provider value={navigator.language}>
      <OptionsPage />
    </Locale.Provider>,
    root,
  );
