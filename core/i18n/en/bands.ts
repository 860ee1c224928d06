import type { Messages } from '../message.ts';

/** The bands by price: the chart, what its cursor says, and the same numbers as a table. */
export const bands = {
  'bands.label': 'Liquidation bands by price, estimate',
  'bands.keys': 'Price {price}; arrow keys move along the price',
  'bands.row': '{low}–{high}: {usd:usd} · {away}',
  'bands.row.atr': '{low}–{high}: {usd:usd} · {away} · {atr:times} ATR',
  'bands.touch': '{total} · 24 h touch {chance}',
  'bands.level': '{price} {side}',
  'bands.level.touched': '{price} {side} {touches:number}×',

  'bands.table': 'Liquidation bands, highest price first; all dollars are estimates',
  'bands.table.usd': 'USD in the band',

  /** Columns of a map's table. */
  'column.price': 'Price',
  'column.distance': 'Distance',
  'column.side': 'Side',
  'column.total': 'USD from the price to here',
  'side.long': 'longs',
  'side.short': 'shorts',
} as const satisfies Messages;
