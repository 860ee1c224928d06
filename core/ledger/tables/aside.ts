import type { AsideSpan } from '../../engine/index.ts';
import type { AsideReport } from '../../market/market-report.ts';
import type { VenueId } from '../../market/venue-id.ts';

/** A stretch in which a venue's figures were not believed, or should not have been. */
export interface AsideEntry {
  readonly venue: VenueId;
  readonly quantity: AsideReport['quantity'];
  readonly fromMs: number;
  /** Last seen. */
  readonly untilMs: number;
  /** Until then nobody knew. */
  readonly foundMs: number;
}

/** Bars that open in `[fromS, untilS)`. */
export interface MissingBars {
  readonly venue: VenueId;
  readonly fromS: number;
  readonly untilS: number;
}

/** What contradicts and what is remembered to decide it: `aside` under `[market]`. */
export interface AsideRow {
  /** Stretches of stored bars that are not believed now, and are asked for again. */
  readonly spans: readonly AsideSpan[];
  /** Bars that a venue left out or told in an impossible form; they are asked for again too. */
  readonly missing: readonly MissingBars[];
  /** Ascending in time of being found. */
  readonly log: readonly AsideEntry[];
  /** Funding in eight hours that was believed last, by venue, and when. */
  readonly funding: Readonly<Partial<Record<VenueId, number>>>;
  readonly fundingAtMs: number;
}
