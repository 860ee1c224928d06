import { type ApiRequest, type ApiResponse, ok } from '../venues/venue-api.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Minutes after midnight UTC; the same every working day. */
const EVENTS = [
  { minute: 600, title: 'German Industrial Production m/m', country: 'EUR', impact: 'Low' },
  { minute: 810, title: 'Core CPI m/m', country: 'USD', impact: 'High' },
  { minute: 900, title: 'Crude Oil Inventories', country: 'USD', impact: 'Medium' },
  { minute: 1140, title: 'Federal Funds Rate', country: 'USD', impact: 'High' },
] as const;

/** The week from Sunday on, in the zone of New York as the source gives it. */
export function calendarWeek({ nowMs }: ApiRequest): ApiResponse {
  const sundayMs = (Math.floor(nowMs / DAY_MS) - new Date(nowMs).getUTCDay()) * DAY_MS;
  return ok(
    [1, 2, 3, 4, 5].flatMap((weekday) =>
      EVENTS.map(({ minute, title, country, impact }) => ({
        title,
        country,
        date: newYorkTime(sundayMs + weekday * DAY_MS + minute * MINUTE_MS),
        impact,
        forecast: '0.3%',
        previous: '0.2%',
      })),
    ),
  );
}

const newYorkTime = (atMs: number): string =>
  `${new Date(atMs - 300 * MINUTE_MS).toISOString().slice(0, 19)}-05:00`;
