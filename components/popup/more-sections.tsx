import { say } from '../../core/i18n/say-own.ts';
import { formatPercent, formatPrice } from '../ui/format.ts';
import { useOwn } from '../ui/own-amounts.ts';
import type { PositionFigures } from './position-figures.ts';
import { Section } from './section.tsx';

interface FiguresProps {
  readonly figures: PositionFigures;
  /** Of the instrument's tick. */
  readonly decimals: number;
}

/** Profit, return and margin ratio by price. */
export function LadderSection({ figures, decimals }: FiguresProps) {
  const { answer, price, position } = figures;
  const own = useOwn();
  const { liquidationPrice } = answer.liquidation;
  const rungs = answer.ladder.filter((rung) => isAlive(rung.price, figures));
  if (rungs.length === 0) return null;
  const atStop = rungs.find((rung) => rung.price === position.stopPrice);
  const nameOf = (at: number): string =>
    at === price
      ? say('position-strip.price')
      : at === liquidationPrice
        ? say('position-strip.liquidation')
        : at === position.stopPrice
          ? say('position-strip.stop')
          : at === position.entryPrice
            ? say('position-strip.entry')
            : (position.targets ?? []).some(({ price: target }) => target === at)
              ? say('position-strip.target')
              : '';
  return (
    <Section
      title={say('ladder.title')}
      figure={atStop === undefined ? '' : say('ladder.at-stop', { usd: own.usd(atStop.profitUsd) })}
    >
      <table class="figures list">
        <caption class="visually-hidden">{say('ladder.about')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('ladder.price')}</th>
            <th scope="col">{say('ladder.profit')}</th>
            <th scope="col">{say('ladder.return')}</th>
            <th scope="col" title={say('results.margin-ratio.about')}>
              {say('results.margin-ratio')}
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
                <td class="figure">{own.usd(rung.profitUsd)}</td>
                <td class="figure">{formatPercent(rung.returnOnMargin, 0, true)}</td>
                <td class="figure">
                  {rung.marginRatio === null ? say('ladder.gone') : formatPercent(rung.marginRatio, 0)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="secondary">{say('ladder.without')}</p>
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
      <Section title={say('gold.title')} figure={say('gold.unknown')}>
        <p>{say('gold.unknown.about')}</p>
      </Section>
    );
  }
  const { correlation, fundedWeight, fundedSaving, overlayRatio, days } = gold;
  const verdict = gold.verdict === 'hedge' ? 'hedge' : 'no-hedge';
  const { base } = position;
  return (
    <Section title={say('gold.title')} figure={say(`gold.${verdict}`)}>
      <p>{say('gold.correlation', { ...correlation, days })}</p>
      <p>
        {say('gold.funded', {
          base,
          weight: formatPercent(fundedWeight, 0),
          saving: formatPercent(fundedSaving.value, 0),
          low: formatPercent(fundedSaving.low, 0),
          high: formatPercent(fundedSaving.high, 0),
        })}
      </p>
      <p>
        {say(`gold.overlay.${verdict}`, {
          base,
          ratio: overlayRatio.value,
          low: overlayRatio.low,
          high: overlayRatio.high,
        })}
      </p>
    </Section>
  );
}
