import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { mountPanelBody } from '../components/overlay/mount-panel-body.tsx';
import { PANEL_BODY_NAME } from '../components/overlay/panel-body-name.ts';
import { speak, type Words } from '../core/i18n/say.ts';

export default defineUnlistedScript(() => {
  const open = (words: Words) => {
    speak(words);
    return mountPanelBody;
  };
  Object.assign(globalThis, { [PANEL_BODY_NAME]: open });
});
