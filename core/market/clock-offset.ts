/** What one answer of a host says of the device's clock. Times are epoch milliseconds. */
export interface ClockSample {
  readonly host: string;
  /** The device's clock when the answer came. */
  readonly deviceMs: number;
  /** From the sending of the question until then. */
  readonly roundTripMs: number;
  /** What the host's clock said while it answered, and how much later than that it can have been. */
  readonly serverMs: number;
  readonly withinMs: number;
}

/** What has to be added to the device's clock to get the venues', milliseconds; both ends are possible. */
export interface OffsetRange {
  readonly lowMs: number;
  readonly highMs: number;
}

/** Clocks of hosts that are kept by time servers differ by less. */
const HOSTS_DIFFER_MS = 500;

/** The offsets that `sample` allows: the host answered some time between question and answer. */
export const offsetRange = ({ deviceMs, roundTripMs, serverMs, withinMs }: ClockSample): OffsetRange => ({
  lowMs: serverMs - deviceMs - HOSTS_DIFFER_MS,
  highMs: serverMs + withinMs - (deviceMs - roundTripMs) + HOSTS_DIFFER_MS,
});

/**
 * The offset that more than half of the hosts allow: the first of `preferred` that they do, else the middle of what
 * the most of them have in common, the one nearest to the first of `preferred`; null where there is no such majority.
 * @param ranges one of each host
 * @see Marzullo, "Maintaining the Time in a Distributed System", 1984; RFC 5905, section 11.2.1
 */
export function agreedOffset(ranges: readonly OffsetRange[], preferred: readonly number[]): number | null {
  const common = mostCommon(ranges);
  if (common.votes * 2 <= ranges.length) return null;
  const known = preferred.find((offsetMs) =>
    common.ranges.some(({ lowMs, highMs }) => offsetMs >= lowMs && offsetMs <= highMs),
  );
  if (known !== undefined) return known;
  const middles = common.ranges.map(({ lowMs, highMs }) => Math.round((lowMs + highMs) / 2));
  const [from = 0] = preferred;
  return middles.sort((a, b) => Math.abs(a - from) - Math.abs(b - from))[0] ?? null;
}

/** Where the most of `ranges` overlap, and how many do. */
function mostCommon(ranges: readonly OffsetRange[]): {
  readonly votes: number;
  readonly ranges: readonly OffsetRange[];
} {
  const votesAt = (offsetMs: number): number =>
    ranges.filter(({ lowMs, highMs }) => offsetMs >= lowMs && offsetMs <= highMs).length;
  const votes = Math.max(0, ...ranges.map(({ lowMs }) => votesAt(lowMs)));
  // An overlap begins where one range does, and ends at the first end after that.
  const lows = [...new Set(ranges.map(({ lowMs }) => lowMs))].filter((lowMs) => votesAt(lowMs) === votes);
  return {
    votes,
    ranges: lows.map((lowMs) => ({
      lowMs,
      highMs: Math.min(...ranges.map(({ highMs }) => highMs).filter((highMs) => highMs >= lowMs)),
    })),
  };
}
