import type { Messages } from '../message.ts';

/** What is said of a position below its liquidation: the way there, stops, size, funding, profit and gold. */
export const positionSections = {
  'section.no-map': 'no map yet',
  'section.no-map.about': 'The map of this coin is not loaded.',

  'path.title': 'What lies between',
  'path.figure': {
    count: 'clusters',
    none: 'no clusters, {usd:usd} USD',
    one: '1 cluster, {usd:usd} USD',
    other: '{clusters:number} clusters, {usd:usd} USD',
  },
  'path.long':
    '{exposureUsd:usd} of longs would break on the way if nobody acted; {forcedUsd:usd} are expected to be force-closed. Estimates.',
  'path.short':
    '{exposureUsd:usd} of shorts would break on the way if nobody acted; {forcedUsd:usd} are expected to be force-closed. Estimates.',
  'path.inside.long': 'The liquidation stands inside a cluster of longs from {low} to {high}.',
  'path.inside.short': 'The liquidation stands inside a cluster of shorts from {low} to {high}.',
  'path.carried':
    'After a break of the cluster from {low} to {high} forced orders would most likely carry the price to {price}, past the liquidation.',
  'path.not-carried':
    'Forced orders on the way are not likely to carry the price to the liquidation by themselves; the move may go on without them.',

  'stops.title': 'Stops',
  'stops.smaller': '{price}, smaller',
  'stops.none-clear': 'none stands clear',
  'stops.leverage':
    'At {leverage}× or less a stop beyond the nearest cluster would stand clear of the liquidation.',
  'stops.before': 'Else before the nearest cluster, at {price}, with a smaller size.',
  'stops.stop': 'Stop',
  'stops.why': 'Why there',
  'stops.slip': 'Slip',
  'stops.slip.about': 'Expected slip of a stop there, of the price',
  'stops.use': 'Use',
  'stops.use.price': 'Use {price} as stop',
  'stops.forced': '{usd:usd} USD expected to be forced around it',
  'stops.nothing': 'No cluster or swing stands between the price and the liquidation.',
  'stops.about': 'A stop changes the shape of the outcome, not its mean, and slips when it is hit.',
  'stops.cluster': 'beyond a cluster at {edge}',
  'stops.swing': 'beyond a swing at {edge}',
  'stops.against': '{reason}; {objections}',
  'stops.near-liquidation': 'too near the liquidation',
  'stops.crowded': 'among many forced orders',

  'size.title': 'Largest size',
  'size.enter': 'enter your equity',
  'size.usd': '{usd} USD',
  'size.about': 'Largest position by each limit',
  'size.binds': '{limit}: binds',
  'size.limit.risk': 'Risk at the stop',
  'size.limit.volatility': 'Volatility target',
  'size.limit.ruin': 'Chance of liquidation',
  'size.limit.depth': 'Depth of the book',
  'size.limit.kelly': 'A quarter of Kelly',
  'size.wish.equity': 'Equity',
  'size.wish.risk': 'Risk at the stop',
  'size.wish.ruin': 'Chance of liquidation',
  'size.wish.volatility': 'Volatility target',
  'size.wish.edge': 'Edge you claim',
  'size.wish.equity.unit': 'USD',
  'size.wish.risk.unit': '% of equity',
  'size.wish.ruin.unit': '%',
  'size.wish.volatility.unit': '% a year',
  'size.wish.edge.unit': '% a year',
  'size.no-stop': 'no stop',
  'size.no-book': 'book not polled',
  'size.no-edge': 'no edge entered',
  'size.no-volatility': 'volatility not known',
  'size.no-limit': 'no limit',

  'funding.figure.pays': 'pays {usd} USD',
  'funding.figure.receives': 'receives {usd} USD',
  'funding.pays.at':
    'Over {hours} h at {rate} in 8 h throughout, the position pays {usd} USD; its liquidation then stands at {price}.',
  'funding.pays.nowhere':
    'Over {hours} h at {rate} in 8 h throughout, the position pays {usd} USD; its liquidation then stands at no price.',
  'funding.receives.at':
    'Over {hours} h at {rate} in 8 h throughout, the position receives {usd} USD; its liquidation then stands at {price}.',
  'funding.receives.nowhere':
    'Over {hours} h at {rate} in 8 h throughout, the position receives {usd} USD; its liquidation then stands at no price.',

  'ladder.title': 'Profit by price',
  'ladder.at-stop': 'at the stop {usd} USD',
  'ladder.about': 'Profit, return on the margin and margin ratio by price',
  'ladder.price': 'Price, USD',
  'ladder.profit': 'Profit, USD',
  'ladder.return': 'Return',
  'ladder.gone': 'gone',
  'ladder.without': 'Without fees and funding.',

  'gold.title': 'Gold beside it',
  'gold.unknown': 'not known',
  'gold.unknown.about': 'No daily prices of gold are loaded yet, so nothing is said about it.',
  'gold.hedge': 'lowers the risk',
  'gold.no-hedge': 'not a hedge now',
  'gold.correlation':
    'Correlation of daily returns {value:factor}, {low:factor} to {high:factor} (95 %, {days:number} days).',
  'gold.funded':
    'Held instead of a part of {base}, {weight} of gold has the least variance: it saves {saving} ({low} to {high}).',
  'gold.overlay.hedge':
    'Beside a position that stays as it is, {ratio:factor} dollars of gold for one of {base} ({low:factor} to {high:factor}).',
  'gold.overlay.no-hedge':
    'Beside a position that stays as it is, {ratio:factor} dollars of gold for one of {base} ({low:factor} to {high:factor}): the interval does not say that it lowers the risk, so not a hedge now.',
} as const satisfies Messages;
