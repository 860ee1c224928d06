import { render } from 'preact';

import { PanelBody, type PanelBodyProps } from './panel-body.tsx';

/** The body of an open panel, in an element of a view that has been drawn by itself. */
export interface MountedBody {
  readonly update: (props: PanelBodyProps) => void;
  readonly remove: () => void;
}

/**
 * The body is a script of its own, loaded when a panel is first opened: the script in every exchange page stays small, and a
 * page with the panel folded does without it.
 */
export const mountPanelBody = (root: Element): MountedBody => ({
  // Another key is another element: what stood below does not slide through the page's window.
  update: (props) => render(<PanelBody key={props.layout} {...props} />, root),
  remove: () => render(null, root),
});

export type MountPanelBody = typeof mountPanelBody;
