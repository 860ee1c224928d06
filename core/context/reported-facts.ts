/** A figure that somebody published and that nobody here has measured; always shown with by whom and when. */
interface ReportedFact {
  readonly kind: 'liquidations-of-a-day';
  /** UTC day that it is about. */
  readonly date: string;
  readonly usd: number;
  readonly by: 'coinglass';
  readonly reportedOn: string;
}

const REPORTED_FACTS: readonly ReportedFact[] = [
  {
    kind: 'liquidations-of-a-day',
    date: '2025-10-10',
    usd: 19e9,
    // All coins and venues within 24 hours, repeated by the press; venues that show one order a second make it a lower
    // bound.
    by: 'coinglass',
    reportedOn: '2025-10-11',
  },
];

/** Day, dollars and who says so; measured days have no name. */
export interface LiquidationDay {
  readonly date: string;
  readonly usd: number;
  readonly reportedBy?: ReportedFact['by'];
  readonly reportedOn?: string;
}

/** Measured days with the reported ones, the largest first; a reported day stays beside the measured one. */
export const withReportedDays = (measured: readonly LiquidationDay[], count = 5): readonly LiquidationDay[] =>
  [
    ...measured,
    ...REPORTED_FACTS.map(({ date, usd, by, reportedOn }) => ({
      date,
      usd,
      reportedBy: by,
      reportedOn,
    })),
  ]
    .sort((a, b) => b.usd - a.usd)
    .slice(0, count);
