import * as v from 'valibot';

import type { HoldingsDay } from '../../context/corporate-holdings.ts';
import type { CalendarEvent } from '../../context/economic-calendar.ts';
import type { FlowDay } from '../../context/fund-flows.ts';
import type { VolatilityPoint } from '../../context/implied-volatility.ts';
import { finite } from '../../market/number-schemas.ts';
import { fieldsOf, kindsOf, like, listOf, word } from '../../market/schemas.ts';
import { fault } from './fault.ts';
import { type RowOf, table } from './table.ts';

export type ContextData =
  | { readonly kind: 'flows'; readonly days: readonly FlowDay[] }
  | { readonly kind: 'events'; readonly events: readonly CalendarEvent[] }
  | { readonly kind: 'treasuries'; readonly days: readonly HoldingsDay[] }
  | { readonly kind: 'volatility'; readonly points: readonly VolatilityPoint[] }
  /** Addresses of a venue's largest accounts. */
  | { readonly kind: 'traders'; readonly traders: readonly string[] };

const flowDay = like<FlowDay>({ date: v.string(), atS: finite, value: finite, source: word() });
const event = like<CalendarEvent>({ at: finite, title: v.string(), country: v.string(), impact: word() });

const data = kindsOf<ContextData>({
  flows: { days: listOf(flowDay) },
  events: { events: listOf(event) },
  treasuries: { days: listOf(like<HoldingsDay>({ atS: finite, base: finite, companies: finite })) },
  volatility: { points: listOf(like<VolatilityPoint>({ atS: finite, value: finite })) },
  traders: { traders: listOf(v.string()) },
});

/** A source of context: `context` under `[source id]`. What it has told is kept for as long as it is of use. */
export const context = table({
  life: 'record',
  isOfSource: true,
  isRemembered: true,
  schema: fieldsOf({ okAtMs: v.nullable(finite), data: v.nullable(data), failure: v.nullable(fault) }),
});

export type ContextRow = RowOf<typeof context>;
