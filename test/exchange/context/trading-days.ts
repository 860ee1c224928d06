const DAY_MS = 86_400_000;

/** Midnights of the working days that ended before `nowMs`, ascending; at most `count`. */
export function tradingDays(nowMs: number, count: number): readonly number[] {
  const days: number[] = [];
  for (let dayMs = Math.floor(nowMs / DAY_MS - 1) * DAY_MS; days.length < count; dayMs -= DAY_MS) {
    const weekday = new Date(dayMs).getUTCDay();
    if (weekday !== 0 && weekday !== 6) days.push(dayMs);
  }
  return days.toReversed();
}
