/** Raised with every change of the report; one of another version is not shown, and made anew. */
export const REPORT_VERSION = 2;

/**
 * Whether a stored value is a report of `market` as this version writes it. Views ask no more: the worker alone writes to
 * storage, and what it writes has the whole of its schema.
 */
export function isReportOf(market: string, stored: unknown): boolean {
  const { version, market: own } = (stored ?? {}) as Partial<Record<string, unknown>>;
  return version === REPORT_VERSION && own === market;
}
