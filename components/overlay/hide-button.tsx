import { IconButton } from './icon-button.tsx';

export const HideButton = ({ onClick }: { readonly onClick: () => void }) => (
  <IconButton
    label="Hide the panel"
    title="Hide (Alt+Shift+L shows it again)"
    path="M4 4l8 8M12 4l-8 8"
    onClick={onClick}
  />
);
