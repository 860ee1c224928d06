/** Where the script of the panel's body leaves what mounts it, given the words, in the extension's own world of the page. */
export const PANEL_BODY_NAME = 'plimsollPanelBody';
