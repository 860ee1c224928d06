import { formatPercent, formatPrice, formatUsd } from '../ui/format.ts';
import type { PositionFigures } from './position-figures.ts';
import { Section } from './section.tsx';

interface FiguresProps {
  readonly figures: PositionFigures;
  /** Of the instrument's tick. */
  readonly decimals: number;
}

/** What funding does over the horizon at its present rate. */
export function FundingSection({ figures, decimals }: FiguresProps) {
  const { funding } = figures.answer;
  const { horizonHours } = figures.position;
  const rate = figures.report?.positioning.fundingRate8h ?? null;
  if (funding === null || rate === null) return null;
  const pays = funding.paidUsd >= 0;
  const { liquidationPrice } = funding;
  return (
    <Section
      title={`Funding over ${horizonHours} h`}
      figure={`${pays ? 'pays' : 'receives'} ${Math.abs(funding.paidUsd).toFixed(2)} USD`}
    >
      <p>
        At {formatPercent(rate, 4, true)} in 8 h throughout, the position {pays ? 'pays' : 'receives'}{' '}
        {Math.abs(funding.paidUsd).toFixed(2)} USD; its liquidation then stands at{' '}
        {liquidationPrice === null ? 'no price' : formatPrice(liquidationPrice, decimals)}.
      </p>
    </Section>
  );
}

/** Profit, return and margin ratio by price. */
export function LadderSection({ figures, decimals }: FiguresProps) {
  const { answer, price, position } = figures;
  const { liquidationPrice } = answer.liquidation;
  const rungs = answer.ladder.filter((rung) => isAlive(rung.price, figures));
  if (rungs.length === 0) return null;
  const atStop = rungs.find((rung) => rung.price === position.stopPrice);
  const nameOf = (at: number): string =>
    at === price
      ? 'price'
      : at === liquidationPrice
        ? 'liquidation'
        : at === position.stopPrice
          ? 'stop'
          : at === position.entryPrice
            ? 'entry'
            : '';
  return (
    <Section
      title="Profit by price"
      figure={atStop === undefined ? '' : `at the stop ${formatUsd(atStop.profitUsd)} USD`}
    >
      <table class="figures list">
        <caption class="visually-hidden">Profit, return on the margin and margin ratio by price</caption>
        <thead>
          <tr>
            <th scope="col">Price, USD</th>
            <th scope="col">Profit, USD</th>
            <th scope="col">Return</th>
            <th scope="col" title="Maintenance over equity: liquidation at 100 %">
              Margin ratio
            </th>
          </tr>
        </thead>
        <tbody>
          {rungs.toReversed().map((rung) => {
            const name = nameOf(rung.price);
            return (
              <tr key={rung.price} class={name === '' ? '' : 'best'}>
                <th scope="row" class="figure">
                  {formatPrice(rung.price, decimals)} {name !== '' && <span class="secondary">{name}</span>}
                </th>
                <td class="figure">{formatUsd(rung.profitUsd)}</td>
                <td class="figure">{formatPercent(rung.returnOnMargin, 0, true)}</td>
                <td class="figure">
                  {rung.marginRatio === null ? 'gone' : formatPercent(rung.marginRatio, 0)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="secondary">Without fees and funding.</p>
    </Section>
  );
}

/** An isolated position ends at its liquidation. */
function isAlive(at: number, { position, answer }: PositionFigures): boolean {
  const { liquidationPrice } = answer.liquidation;
  if (position.marginMode === 'cross' || liquidationPrice === null) return true;
  return position.side === 'long' ? at >= liquidationPrice : at <= liquidationPrice;
}

/** Whether gold beside the coin would lower the risk. */
export function GoldSection({ figures: { gold, position } }: Pick<FiguresProps, 'figures'>) {
  if (gold === null) {
    return (
      <Section title="Gold beside it" figure="not known">
        <p>No daily prices of gold are loaded yet, so nothing is said about it.</p>
      </Section>
    );
  }
  const { correlation, fundedWeight, fundedSaving, overlayRatio, verdict, days } = gold;
  const between = ({ low, high }: { low: number; high: number }) => `${low.toFixed(2)} to ${high.toFixed(2)}`;
  return (
    <Section title="Gold beside it" figure={verdict === 'hedge' ? 'lowers the risk' : 'not a hedge now'}>
      <p>
        Correlation of daily returns {correlation.value.toFixed(2)}, {between(correlation)} (95 %, {days}{' '}
        days).
      </p>
      <p>
        Held instead of a part of {position.base}, {formatPercent(fundedWeight, 0)} of gold has the least
        variance: it saves {formatPercent(fundedSaving.value, 0)} ({formatPercent(fundedSaving.low, 0)} to{' '}
        {formatPercent(fundedSaving.high, 0)}).
      </p>
      <p>
        Beside a position that stays as it is, {overlayRatio.value.toFixed(2)} dollars of gold for one of{' '}
        {position.base} ({between(overlayRatio)})
        {verdict === 'hedge'
          ? '.'
          : ': the interval does not say that it lowers the risk, so not a hedge now.'}
      </p>
    </Section>
  );
}
