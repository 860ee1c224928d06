import * as v from 'valibot';
import { SchemaError } from '../market/errors.ts';
import { HOUR_MS } from '../market/time.ts';
import { readJsonText } from './answer-text.ts';
import { parseIsoMs } from './utc-time.ts';

/** An economic release or speech; times are epoch milliseconds. */
export interface CalendarEvent {
  readonly at: number;
  readonly title: string;
  /** Currency that it moves, e.g. `USD`. */
  readonly country: string;
  readonly impact: 'High' | 'Medium' | 'Low' | 'Holiday';
}

/** The source refuses for minutes after a few requests; the last good week is kept meanwhile. */
const RETRY_MS = HOUR_MS;

const week = v.array(
  v.object({
    title: v.string(),
    country: v.string(),
    date: v.string(),
    impact: v.picklist(['High', 'Medium', 'Low', 'Holiday', 'Non-Economic']),
  }),
);

/**
 * The week's events in order of time. Times come with the zone of New York, summer and winter.
 * @throws RateLimitedError for the page "Request Denied"
 * @throws SchemaError for any other shape
 */
export function parseCalendar(text: string, nowMs: number): readonly CalendarEvent[] {
  const events = readJsonText(week, text, { root: 'calendar', nowMs, retryMs: RETRY_MS });
  return events
    .flatMap(({ title, country, date, impact }, index): CalendarEvent[] => {
      const at = parseIsoMs(date);
      if (at === null) throw new SchemaError(`calendar.${index}.date`, `expected an ISO time, got ${date}`);
      return impact === 'Non-Economic' ? [] : [{ at, title, country, impact }];
    })
    .sort((a, b) => a.at - b.at);
}
