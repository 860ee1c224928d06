/** Minutes of the day on the user's wall clock, `untilMinute` not included; over midnight where `fromMinute` is the later one. */
export interface QuietHours {
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/** Whether it is quiet at `atMs` in `timeZone`; the wall clock counts, whatever summer time does to it. */
export function isQuietHour(
  { fromMinute, untilMinute }: QuietHours,
  atMs: number,
  timeZone: string,
): boolean {
  const minute = minuteOfDay(atMs, timeZone);
  return fromMinute <= untilMinute
    ? minute >= fromMinute && minute < untilMinute
    : minute >= fromMinute || minute < untilMinute;
}

/**
 * Minutes since midnight that a wall clock shows, 0 to 1439.
 * @param timeZone IANA name such as `Europe/Berlin`
 * @throws RangeError for a zone that is not known
 */
export function minuteOfDay(atMs: number, timeZone: string): number {
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  const parts = clock.formatToParts(atMs);
  const read = (type: 'hour' | 'minute') => Number(parts.find((part) => part.type === type)?.value);
  return read('hour') * 60 + read('minute');
}
