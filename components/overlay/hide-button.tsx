import { say } from '../../core/i18n/say.ts';
import { IconButton } from './icon-button.tsx';

export const HideButton = ({ onClick }: { readonly onClick: () => void }) => (
  <IconButton
    label={say('panel.hide')}
    title={say('panel.hide.keys')}
    path="M4 4l8 8M12 4l-8 8"
    onClick={onClick}
  />
);
