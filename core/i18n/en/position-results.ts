import type { Messages } from '../message.ts';

/** Where a position liquidates, how likely that is, and by which figures of the venue. */
export const positionResults = {
  'position.unlisted': '{venue:venue} lists no perpetual of {asset}: its tiers are a stand-in.',
  'position.long': '{asset} long',
  'position.short': '{asset} short',

  'results.about': 'Results',
  'results.immediate': 'At this price the venue would close it at once.',
  'results.liquidation': 'Liquidation',
  'results.liquidation.estimate': 'Liquidation (estimate)',
  'results.none': 'none',
  'results.sigmas': '· {sigmas:times} σ of a day',
  'results.sigmas.about': "Standard deviations of a day's return",
  'results.as-saved': 'as saved: {price}',
  'results.figures': 'Figures of the position',
  'results.bankruptcy': 'Bankruptcy',
  'results.bankruptcy.estimate': 'Bankruptcy (estimate)',
  'results.told': 'As {venue} says',
  'results.told.about': 'The liquidation price that the venue itself names for this position',
  'results.alternative.entry-value': 'By the older formula',
  'results.alternative.formula': 'By our formula',
  'results.alternative.about': '{venue}: {formula}',
  'results.mark': 'Mark price of {venue}',
  'results.mark.about': 'The venue liquidates by its own mark price, whatever other venues say',
  'results.mark.aside': '{price}, which other venues contradict',
  'results.position': 'Position',
  'results.margin': 'Margin',
  'results.profit': 'Profit now',
  'results.margin-ratio': 'Margin ratio',
  'results.margin-ratio.about': 'Maintenance over equity: liquidation at 100 %',

  'no-liquidation.fully-backed': 'Cannot be liquidated: the margin covers any loss.',
  'no-liquidation.no-wallet-balance': 'A cross position needs the balance behind it.',
  'no-liquidation.unknown-venue': 'The formula of this venue is not known.',
  'no-liquidation.none-named': 'The venue names no liquidation price.',
  'no-liquidation.invalid-position': 'Size, price and margin must be more than zero.',

  'formula.entry-value': 'maintenance at entry value',
  'formula.formula': 'reckoned here from what it said of the account; it differs by more than 0.5 %',

  'stop.passed.long': "The price has passed this stop: a long's stands below it.",
  'stop.passed.short': "The price has passed this stop: a short's stands above it.",
  'stop.beyond-liquidation': 'The stop stands beyond the liquidation at {price}: the venue closes first.',
  'position.leverage': '{venue} allows at most {leverage}× for this size.',

  'touch.unknown': 'Chance of touch: not known before a day of prices is loaded.',
  'touch.about': 'Chance that the price touches the liquidation, estimate',
  'touch.title': 'Chance of touch',
  'touch.plain': 'by the price alone',
  'touch.cascade': 'with cascade',
  'touch.cascade.about': 'Where forced orders on the way carry the price further',
  'touch.basis.range': 'Volatility from the range of 14 days; no forecast is there yet.',

  'tier.generic':
    "{rate} maintenance, up to {leverage}×; stand-in table of {date}, not {venue}'s own for this contract",
  'tier.venue': "{rate} maintenance, up to {leverage}×; {venue}'s table of {date}",
  'tier.built-in':
    '{rate} maintenance, up to {leverage}×; built-in {venue} table of {date}, which may have changed since',
  'tier.sentence': '{tier}.',
  'tier.read': 'Read {time}',

  'position-strip.about': 'Bands from {low} to {high}, estimate: longs below the price, shorts above',
  'position-strip.liquidation': 'liquidation',
  'position-strip.price': 'price',
  'position-strip.stop': 'stop',
  'position-strip.entry': 'entry',
  'position-strip.target': 'target',
} as const satisfies Messages;
