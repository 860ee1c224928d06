import { IconButton } from '../overlay/icon-button.tsx';

/** A bell in a square of 16. */
const PATH = 'M3.5 11.5h9l-1.2-1.8V7a3.3 3.3 0 0 0-6.6 0v2.7zM6.8 13.4a1.3 1.3 0 0 0 2.4 0M8 2.2v1.3';

export const BellButton = (props: { readonly label: string; readonly onClick: () => void }) => (
  <IconButton {...props} path={PATH} />
);
