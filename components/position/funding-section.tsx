import { say } from '../../core/i18n/say-own.ts';
import type { SavedPosition } from '../../core/market/position.ts';
import { nextFunding } from '../../core/risk/advice/funding-terms.ts';
import type { PositionAnswer } from '../../core/risk/position-answer.ts';
import { riskVenueName } from '../../core/risk/formulas/registry.ts';
import { Section } from '../popup/section.tsx';
import { formatClock, formatPercent, formatPrice } from '../ui/format.ts';
import { useOwn } from '../ui/own-amounts.ts';

interface FundingSectionProps {
  readonly position: SavedPosition;
  readonly funding: NonNullable<PositionAnswer['funding']>;
  /** What the position is valued at, USD. */
  readonly markPrice: number;
  /** By the venues' clock, each second. */
  readonly nowMs: number;
  /** Of the instrument's tick. */
  readonly decimals: number;
}

/** The next payment with its clock, and what funding does over the horizon at its present rate. */
export function FundingSection(props: FundingSectionProps) {
  const { position, funding, markPrice, nowMs } = props;
  const own = useOwn();
  const next = nextFunding(position, funding, { markPrice, nowMs });
  const clock = next === null ? null : formatClock(next.atMs - nowMs);
  const figure =
    next === null || clock === null
      ? overHorizon(funding.paidUsd, own.text)
      : next.paidUsd === null
        ? say('funding.next', { clock })
        : say(`funding.next.${wayOf(next.paidUsd)}`, { clock, usd: own.text(dollars(next.paidUsd)) });
  return (
    <Section title={say('funding.section')} figure={figure}>
      <p>{nextText(props, next?.paidUsd ?? null, clock, own.text)}</p>
      <p>{horizonText(props, own.text)}</p>
      {!funding.isOwn && (
        <p class="secondary">{say('funding.of-market', { venue: riskVenueName(position.venue) })}</p>
      )}
    </Section>
  );
}

type Written = (text: string) => string;

const wayOf = (paidUsd: number): 'pays' | 'receives' => (paidUsd >= 0 ? 'pays' : 'receives');
const dollars = (paidUsd: number): string => Math.abs(paidUsd).toFixed(2);

const overHorizon = (paidUsd: number, own: Written): string =>
  say(`funding.figure.${wayOf(paidUsd)}`, { usd: own(dollars(paidUsd)) });

function nextText(
  { position, funding }: FundingSectionProps,
  paidUsd: number | null,
  clock: string | null,
  own: Written,
): string {
  const venue = riskVenueName(position.venue);
  if (clock === null) return say('funding.next.unknown', { venue });
  if (paidUsd === null) return say('funding.next.about', { venue, clock });
  return say(`funding.next.about.${wayOf(paidUsd)}`, {
    venue,
    clock,
    interval: funding.intervalHours ?? 0,
    rate: formatPercent(funding.rate8h, 4, true),
    usd: own(dollars(paidUsd)),
  });
}

function horizonText({ position, funding, decimals }: FundingSectionProps, own: Written): string {
  const { liquidationPrice, paidUsd, rate8h } = funding;
  return say(`funding.${wayOf(paidUsd)}.${liquidationPrice === null ? 'nowhere' : 'at'}`, {
    hours: String(position.horizonHours),
    rate: formatPercent(rate8h, 4, true),
    usd: own(dollars(paidUsd)),
    price: formatPrice(liquidationPrice, decimals),
  });
}
