import { fields, type ValuesOf } from '../fact.ts';
import { bookMarks } from './book-marks.ts';
import { listening } from './listening.ts';
import { mapChoices } from './map-choices.ts';
import { pageTables } from './page-tables.ts';
import { palette } from './palette.ts';
import { theme } from './theme.ts';

/** The settings that the panel reads too: the rest, rules of warnings among it, stays out of the exchange page. */
export const PANEL_SETTINGS = { palette, theme, listening, bookMarks, pageTables, mapChoices };

/** What the panel reads of `local:settings`. */
export const panelSettings = fields(PANEL_SETTINGS);

export type PanelSettings = ValuesOf<typeof PANEL_SETTINGS>;
