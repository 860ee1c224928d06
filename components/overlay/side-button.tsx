import { say } from '../../core/i18n/say.ts';
import { IconButton } from './icon-button.tsx';

interface SideButtonProps {
  readonly onClick: (() => void) | undefined;
}

/** Leads to the browser's side panel; nothing where it cannot be opened from here. */
export const SideButton = ({ onClick }: SideButtonProps) =>
  onClick === undefined ? null : (
    <IconButton label={say('panel.side')} path="M2.5 3.5h11v9h-11zM10 3.5v9" onClick={onClick} />
  );
