import type { AsideReport, SourceStatus } from '../../core/market/market-report.ts';
import { areOfTwoAssets } from '../../core/market/agreement.ts';
import { fixedText } from '../../core/i18n/amount-text.ts';
import { VENUE_NAMES } from '../../core/market/venue-id.ts';
import { formatPercent, formatPrice, glanceDecimals } from '../ui/format.ts';

const NAMES: Readonly<Record<AsideReport['quantity'], string>> = {
  price: 'price',
  'open-interest': 'open interest',
  volume: 'volume',
  funding: 'funding',
};

/** Figures that are not believed, one sentence each: which venue, which quantity, what others say. */
export function asideSentences(sources: readonly SourceStatus[]): readonly string[] {
  const asides = sources.flatMap(({ venue, aside }) => (aside === undefined ? [] : [{ venue, aside }]));
  const undecided = asides.filter(({ aside }) => aside.by === 'nobody');
  const decided = asides.filter(({ aside }) => aside.by !== 'nobody');
  return [...(undecided.length > 0 ? [contradiction(undecided)] : []), ...decided.map(sentence)];
}

interface Aside {
  readonly venue: SourceStatus['venue'];
  readonly aside: AsideReport;
}

function contradiction(asides: readonly Aside[]): string {
  const [first] = asides;
  const each = asides.map(
    ({ venue, aside }) => `${VENUE_NAMES[venue]} says ${figure(aside.quantity, aside.told)}`,
  );
  const quantity = first?.aside.quantity ?? 'price';
  const name = NAMES[quantity];
  const told = asides.flatMap(({ aside }) => aside.told ?? []);
  const isOther =
    told.length > 1 && quantity === 'price' && areOfTwoAssets(Math.min(...told), Math.max(...told));
  const guess = isOther ? ' So far apart, they are two assets of one name.' : '';
  return asides.length < 2
    ? `${each.join('')}, which contradicts its own bars: the ${name} is not believed until one of them moves.`
    : `Venues contradict each other: ${each.join(', ')}. No ${name} is believed until another venue decides.${guess}`;
}

function sentence({ venue, aside }: Aside): string {
  const { quantity, told, believed, by, others } = aside;
  const name = `${VENUE_NAMES[venue]}'s ${NAMES[quantity]}`;
  const figures = told === null ? '' : ` (${figure(quantity, told)}${instead(aside)})`;
  const reason =
    by === 'past'
      ? believed === null && quantity === 'funding'
        ? 'no venue pays that'
        : 'nothing else says so'
      : quantity === 'price'
        ? `${others === 1 ? 'another venue agrees' : `${others} other venues agree`} on another`
        : `it left its own last hour and no other venue followed`;
  const isOther = quantity === 'price' && by === 'others' && areOfTwoAssets(told ?? NaN, believed ?? NaN);
  const guess = isOther ? '; so far off, it is another asset of the same name' : '';
  return `${name} is set aside until it agrees again${figures}: ${reason}${guess}.`;
}

const instead = ({ quantity, believed, by }: AsideReport): string =>
  believed === null
    ? ''
    : `, ${by === 'others' && quantity === 'price' ? 'they say' : 'before'} ${figure(quantity, believed)}`;

function figure(quantity: AsideReport['quantity'], value: number | null): string {
  if (value === null) return 'nothing';
  if (quantity === 'price') return formatPrice(value, glanceDecimals(value, null));
  if (quantity === 'funding') return formatPercent(value, 2, true);
  return `${fixedText(value, 0)} coins`;
}
