/** Where the script that reads the page's own table of positions leaves what follows it, in the extension's own world of the page. */
export const POSITION_TABLE_NAME = 'plimsollPositionTable';
