import { say, sayStored } from '../../core/i18n/say.ts';
import type { AsideReport, SourceStatus } from '../../core/market/market-report.ts';
import { areOfTwoAssets } from '../../core/market/agreement.ts';
import { formatPercent, formatPrice, glanceDecimals } from '../ui/format.ts';

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
  const claims = asides.map(({ venue, aside }) =>
    say('aside.claim', { venue, told: figure(aside.quantity, aside.told) }),
  );
  if (claims.length < 2) return say('aside.own-bars', { claim: claims.join('') });
  const prices = asides.flatMap(({ aside }) => (aside.quantity === 'price' ? (aside.told ?? []) : []));
  const isOther = prices.length > 1 && areOfTwoAssets(Math.min(...prices), Math.max(...prices));
  return [say('aside.contradiction', { claims }), ...(isOther ? [say('aside.two-assets')] : [])].join(' ');
}

function sentence({ venue, aside }: Aside): string {
  const { quantity, told, believed, by, others } = aside;
  const isUnpaid = quantity === 'funding' && by === 'past' && believed === null;
  const isOther = quantity === 'price' && by === 'others' && areOfTwoAssets(told ?? NaN, believed ?? NaN);
  const said = sayStored(`aside.${quantity}.${isUnpaid ? 'unpaid' : by}`, {
    venue,
    others,
    told: told === null ? null : figure(quantity, told),
    believed: believed === null ? null : figure(quantity, believed),
  });
  return [said ?? '', ...(isOther ? [say('aside.other-asset')] : [])].join(' ');
}

function figure(quantity: AsideReport['quantity'], value: number | null): string {
  if (value === null) return say('aside.nothing');
  if (quantity === 'price') return formatPrice(value, glanceDecimals(value, null));
  if (quantity === 'funding') return formatPercent(value, 2, true);
  return say('aside.coins', { coins: value });
}
