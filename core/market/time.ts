/** Lengths of time, in milliseconds, in seconds and in hours. */
export const SECOND_MS = 1000;
export const MINUTE_MS = 60_000;
export const QUARTER_HOUR_MS = 900_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;
export const QUARTER_HOUR_S = 900;
export const HOUR_S = 3600;
export const DAY_S = 86_400;
export const DAY_HOURS = 24;

/** Later than any time in epoch seconds: what is told beyond is in another unit. */
export const LATEST_S = 1e11;
