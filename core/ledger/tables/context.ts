import type { CalendarEvent } from '../../context/economic-calendar.ts';
import type { FlowDay } from '../../context/fund-flows.ts';
import type { VolatilityPoint } from '../../context/implied-volatility.ts';
import type { SourceFault } from './fault.ts';

/** A source of context: `context` under `[source id]`. What it has told is kept for as long as it is of use. */
export interface ContextRow {
  readonly okAtMs: number | null;
  readonly data: ContextData | null;
  readonly failure: SourceFault | null;
}

export type ContextData =
  | { readonly kind: 'flows'; readonly days: readonly FlowDay[] }
  | { readonly kind: 'events'; readonly events: readonly CalendarEvent[] }
  | { readonly kind: 'volatility'; readonly points: readonly VolatilityPoint[] }
  /** Addresses of a venue's largest accounts. */
  | { readonly kind: 'traders'; readonly traders: readonly string[] };
