import { say } from '../../core/i18n/say-own.ts';
import { assetText } from '../../core/market/asset.ts';
import type { ComponentChildren } from 'preact';

import { formatPercent, formatPrice, formatTime, formatUsd, formatUsdExact } from '../ui/format.ts';
import { BandStrip } from './band-strip.tsx';
import { formatChance, formatHorizon, NO_LIQUIDATION, tierText } from './format-risk.ts';
import type { PositionFigures } from './position-figures.ts';
import { riskVenueName } from './risk-venues.ts';

interface ResultsProps {
  readonly figures: PositionFigures;
  /** Of the instrument's tick. */
  readonly decimals: number;
  /** Liquidation of the position as it is saved, where the inputs differ from it. */
  readonly savedLiquidation: number | null;
}

/** Where the position liquidates, how far that is, how likely, and by which tier. */
export function Results(props: ResultsProps) {
  const { figures } = props;
  const { liquidation } = figures.answer;
  return (
    <section class="results" aria-label="Results">
      <div class="result-head">
        <div>
          <Headline {...props} />
          <Rows {...props} />
        </div>
        <BandStrip figures={figures} />
      </div>
      {liquidation.immediate && (
        <p class="notice bad" role="alert">
          At this price the venue would close it at once.
        </p>
      )}
      <Warnings {...props} />
      <TouchTable figures={figures} />
      <Tier figures={figures} />
    </section>
  );
}

function Headline({ figures, decimals, savedLiquidation }: ResultsProps) {
  const { liquidation } = figures.answer;
  const { liquidationPrice } = liquidation;
  const { distance } = figures;
  return (
    <p class="headline">
      <span class="secondary">Liquidation{liquidation.estimate ? ' (estimate)' : ''}</span>
      <b class="figure">{liquidationPrice === null ? 'none' : formatPrice(liquidationPrice, decimals)}</b>
      {liquidation.reason !== null && <span>{NO_LIQUIDATION[liquidation.reason]}</span>}
      {distance !== null && (
        <span class="figure">
          {formatPercent(distance.fraction, 1, true)} ·{' '}
          {formatPrice(distance.usd, decimals > 2 ? decimals : 0)} USD
        </span>
      )}
      {distance !== null && (distance.atr !== null || distance.sigmas !== null) && (
        <span class="secondary figure">
          {distance.atr !== null && `${distance.atr.toFixed(1)} ATR`}
          {distance.sigmas !== null && (
            <span title="Standard deviations of a day's return">
              {' '}
              · {distance.sigmas.toFixed(1)} σ of a day
            </span>
          )}
        </span>
      )}
      {savedLiquidation !== null && (
        <span class="secondary figure">as saved: {formatPrice(savedLiquidation, decimals)}</span>
      )}
    </p>
  );
}

function Rows({ figures, decimals }: ResultsProps) {
  const { answer, mark, notionalUsd, profitUsd, marginRatio } = figures;
  const { bankruptcyPrice, bankruptcyEstimate, alternative, marginUsd } = answer.liquidation;
  return (
    <table class="figures">
      <caption class="visually-hidden">Figures of the position</caption>
      <tbody>
        <Row label={`Bankruptcy${bankruptcyEstimate ? ' (estimate)' : ''}`}>
          {bankruptcyPrice === null ? 'none' : formatPrice(bankruptcyPrice, decimals)}
        </Row>
        {alternative !== null && (
          <Row
            label="By the older formula"
            title={`${riskVenueName(figures.position.venue)}: ${alternative.name}`}
          >
            {alternative.liquidationPrice === null
              ? 'none'
              : formatPrice(alternative.liquidationPrice, decimals)}
          </Row>
        )}
        {mark !== null && (
          <Row
            label={`Mark price of ${riskVenueName(mark.venue)}`}
            title="The venue liquidates by its own mark price, whatever other venues say"
          >
            {formatPrice(mark.price, decimals)}
            {mark.isAside && ', which other venues contradict'}
          </Row>
        )}
        <Row label="Position" title={formatUsdExact(notionalUsd)}>
          {formatUsd(notionalUsd)} USD
        </Row>
        {marginUsd !== null && (
          <Row label="Margin" title={formatUsdExact(marginUsd)}>
            {formatUsd(marginUsd)} USD
          </Row>
        )}
        {profitUsd !== null && (
          <Row label="Profit now" title={formatUsdExact(profitUsd)}>
            {formatUsd(profitUsd)} USD
          </Row>
        )}
        {marginRatio !== null && (
          <Row label="Margin ratio" title="Maintenance over equity: liquidation at 100 %">
            {formatPercent(marginRatio, 1)}
          </Row>
        )}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly label: string;
  readonly title?: string;
  readonly children: ComponentChildren;
}

const Row = ({ label, title, children }: RowProps) => (
  <tr {...(title === undefined ? {} : { title })}>
    <th scope="row">{label}</th>
    <td class="figure">{children}</td>
  </tr>
);

/** What the inputs imply although no field is wrong by itself. */
function Warnings({ figures, decimals }: ResultsProps) {
  const { position, answer, price } = figures;
  const { liquidationPrice, tier } = answer.liquidation;
  const direction = position.side === 'long' ? 1 : -1;
  const { stopPrice, margin } = position;
  const texts: string[] = [];
  if (stopPrice !== null && price !== null && (price - stopPrice) * direction <= 0)
    texts.push(
      `The price has passed this stop: a ${position.side}'s stands ${direction > 0 ? 'below' : 'above'} it.`,
    );
  if (stopPrice !== null && liquidationPrice !== null && (stopPrice - liquidationPrice) * direction <= 0)
    texts.push(
      `The stop stands beyond the liquidation at ${formatPrice(liquidationPrice, decimals)}: the venue closes first.`,
    );
  if (
    position.marginMode === 'isolated' &&
    margin.kind === 'leverage' &&
    tier !== null &&
    answer.liquidation.tiersUsed?.generic === false &&
    margin.leverage > tier.maxLeverage
  )
    texts.push(`${riskVenueName(position.venue)} allows at most ${tier.maxLeverage}× for this size.`);
  const unlisted = figures.report?.sources.find(
    ({ venue, code }) => venue === position.venue && code === 'not-listed',
  );
  if (unlisted !== undefined)
    texts.push(say('position.unlisted', { venue: unlisted.venue, asset: assetText(position) }));
  return (
    <>
      {texts.map((text) => (
        <p key={text} class="notice warn">
          {text}
        </p>
      ))}
    </>
  );
}

function TouchTable({ figures }: { readonly figures: PositionFigures }) {
  const { touch, liquidation } = figures.answer;
  if (liquidation.liquidationPrice === null) return null;
  if (touch === null)
    return <p class="secondary">Chance of touch: not known before a day of prices is loaded.</p>;
  const hasCascade = touch.some(({ withCascade }) => withCascade !== null);
  return (
    <table class="figures touch">
      <caption class="visually-hidden">Chance that the price touches the liquidation, estimate</caption>
      <thead>
        <tr>
          <th scope="col">Chance of touch</th>
          {touch.map(({ horizonHours }) => (
            <th scope="col" class="figure" key={horizonHours}>
              {formatHorizon(horizonHours)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">by the price alone</th>
          {touch.map(({ horizonHours, plain }) => (
            <td class="figure" key={horizonHours}>
              <b>{formatChance(plain)}</b>
            </td>
          ))}
        </tr>
        {hasCascade && (
          <tr>
            <th scope="row" title="Where forced orders on the way carry the price further">
              with cascade
            </th>
            {touch.map(({ horizonHours, withCascade }) => (
              <td class="figure" key={horizonHours}>
                {withCascade === null ? '–' : formatChance(withCascade)}
              </td>
            ))}
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Tier({ figures }: { readonly figures: PositionFigures }) {
  const { liquidation } = figures.answer;
  const text = tierText(liquidation, figures.position.venue);
  const basis =
    figures.volatilityBasis === 'range'
      ? ' Volatility from the range of 14 days; no forecast is there yet.'
      : '';
  if (text === null) return basis === '' ? null : <p class="secondary">{basis}</p>;
  return (
    <p
      class="secondary"
      title={liquidation.tiersUsed ? `Read ${formatTime(liquidation.tiersUsed.atMs)}` : ''}
    >
      {text}.{basis}
    </p>
  );
}
