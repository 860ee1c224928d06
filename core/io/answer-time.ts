/**
 * When a host sent what a cache may have kept for a while, epoch milliseconds by its own clock, in whole seconds; null
 * without a usable header.
 * @param date of the header `Date` @param age of the header `Age`, seconds
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.date
 * @see https://www.rfc-editor.org/rfc/rfc9111#field.age
 */
export function headTimeMs(date: string | null, age: string | null): number | null {
  const atMs = date === null ? NaN : Date.parse(date);
  const ageS = age === null ? 0 : Number(age);
  return Number.isFinite(atMs) && ageS >= 0 && Number.isFinite(ageS) ? atMs + ageS * 1000 : null;
}

/** Names by which venues say when they answered: Binance, Bitget, Bybit and Hyperliquid, Gate. */
const TIME_FIELDS = ['serverTime', 'requestTime', 'time', 'current'];

/** 2001 to 2033 in seconds: in milliseconds it would be a thousand times as much. */
const EPOCH_SECONDS = { from: 1e9, until: 2e9 };

/** When a venue says that it gave this answer, epoch milliseconds; null where it does not say. */
export function bodyTimeMs(json: unknown): number | null {
  if (typeof json !== 'object' || json === null) return null;
  const fields = json as Readonly<Record<string, unknown>>;
  const given = TIME_FIELDS.map((name) => fields[name]).find((value) => value !== undefined);
  const value = typeof given === 'string' || typeof given === 'number' ? Number(given) : NaN;
  const { from, until } = EPOCH_SECONDS;
  if (value >= from && value < until) return value * 1000;
  return value >= from * 1000 && value < until * 1000 ? value : null;
}
