import { say } from '../../core/i18n/say-own.ts';
import { assetText } from '../../core/market/asset.ts';
import type { ComponentChildren } from 'preact';

import { formatChance, formatPercent, formatPrice, formatTime } from '../ui/format.ts';
import { useOwn } from '../ui/own-amounts.ts';
import { BandStrip } from './band-strip.tsx';
import { formatHorizon, tierText } from './format-risk.ts';
import type { PositionFigures } from './position-figures.ts';
import { riskVenueName } from '../../core/risk/formulas/registry.ts';

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
    <section class="results" aria-label={say('results.about')}>
      <div class="result-head">
        <div>
          <Headline {...props} />
          <Rows {...props} />
        </div>
        <BandStrip figures={figures} />
      </div>
      {liquidation.immediate && (
        <p class="notice bad" role="alert">
          {say('results.immediate')}
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
      <span class="secondary">
        {say(liquidation.estimate ? 'results.liquidation.estimate' : 'results.liquidation')}
      </span>
      <b class="figure">
        {liquidationPrice === null ? say('results.none') : formatPrice(liquidationPrice, decimals)}
      </b>
      {liquidation.reason !== null && <span>{say(`no-liquidation.${liquidation.reason}`)}</span>}
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
            <span title={say('results.sigmas.about')}>
              {' '}
              {say('results.sigmas', { sigmas: distance.sigmas })}
            </span>
          )}
        </span>
      )}
      {savedLiquidation !== null && (
        <span class="secondary figure">
          {say('results.as-saved', { price: formatPrice(savedLiquidation, decimals) })}
        </span>
      )}
    </p>
  );
}

function Rows({ figures, decimals }: ResultsProps) {
  const { answer, mark, notionalUsd, profitUsd, marginRatio } = figures;
  const { bankruptcyPrice, bankruptcyEstimate, alternative, marginUsd } = answer.liquidation;
  const { origin } = figures.position;
  const own = useOwn();
  return (
    <table class="figures">
      <caption class="visually-hidden">{say('results.figures')}</caption>
      <tbody>
        <Row label={say(bankruptcyEstimate ? 'results.bankruptcy.estimate' : 'results.bankruptcy')}>
          {bankruptcyPrice === null ? say('results.none') : formatPrice(bankruptcyPrice, decimals)}
        </Row>
        {origin !== undefined && (
          <Row
            label={
              origin.kind === 'page'
                ? say('shown.told')
                : say('results.told', { venue: riskVenueName(figures.position.venue) })
            }
            title={say(origin.kind === 'page' ? 'shown.told.about' : 'results.told.about')}
          >
            {origin.liquidationPrice === null
              ? say('results.none')
              : formatPrice(origin.liquidationPrice, decimals)}
          </Row>
        )}
        {alternative !== null && alternative.name !== 'venue' && (
          <Row
            label={say(`results.alternative.${alternative.name}`)}
            title={say('results.alternative.about', {
              venue: riskVenueName(figures.position.venue),
              formula: say(`formula.${alternative.name}`),
            })}
          >
            {alternative.liquidationPrice === null
              ? say('results.none')
              : formatPrice(alternative.liquidationPrice, decimals)}
          </Row>
        )}
        {mark !== null && (
          <Row
            label={say('results.mark', { venue: riskVenueName(mark.venue) })}
            title={say('results.mark.about')}
          >
            {mark.isAside
              ? say('results.mark.aside', { price: formatPrice(mark.price, decimals) })
              : formatPrice(mark.price, decimals)}
          </Row>
        )}
        <Row label={say('results.position')} title={own.exact(notionalUsd)}>
          {own.usd(notionalUsd)} USD
        </Row>
        {marginUsd !== null && (
          <Row label={say('results.margin')} title={own.exact(marginUsd)}>
            {own.usd(marginUsd)} USD
          </Row>
        )}
        {profitUsd !== null && (
          <Row label={say('results.profit')} title={own.exact(profitUsd)}>
            {own.usd(profitUsd)} USD
          </Row>
        )}
        {marginRatio !== null && (
          <Row label={say('results.margin-ratio')} title={say('results.margin-ratio.about')}>
            {formatPercent(marginRatio, 1)}
          </Row>
        )}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly label: string;
  readonly title?: string | undefined;
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
    texts.push(say(`stop.passed.${position.side}`));
  if (stopPrice !== null && liquidationPrice !== null && (stopPrice - liquidationPrice) * direction <= 0)
    texts.push(say('stop.beyond-liquidation', { price: formatPrice(liquidationPrice, decimals) }));
  if (
    position.marginMode === 'isolated' &&
    margin.kind === 'leverage' &&
    tier !== null &&
    answer.liquidation.tiersUsed?.generic === false &&
    margin.leverage > tier.maxLeverage
  )
    texts.push(
      say('position.leverage', {
        venue: riskVenueName(position.venue),
        leverage: String(tier.maxLeverage),
      }),
    );
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
  if (touch === null) return <p class="secondary">{say('touch.unknown')}</p>;
  const hasCascade = touch.some(({ withCascade }) => withCascade !== null);
  return (
    <table class="figures touch">
      <caption class="visually-hidden">{say('touch.about')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('touch.title')}</th>
          {touch.map(({ horizonHours }) => (
            <th scope="col" class="figure" key={horizonHours}>
              {formatHorizon(horizonHours)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{say('touch.plain')}</th>
          {touch.map(({ horizonHours, plain }) => (
            <td class="figure" key={horizonHours}>
              <b>{formatChance(plain)}</b>
            </td>
          ))}
        </tr>
        {hasCascade && (
          <tr>
            <th scope="row" title={say('touch.cascade.about')}>
              {say('touch.cascade')}
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
  const basis = figures.volatilityBasis === 'range' ? say('touch.basis.range') : null;
  if (text === null) return basis && <p class="secondary">{basis}</p>;
  return (
    <p
      class="secondary"
      title={liquidation.tiersUsed ? say('tier.read', { time: formatTime(liquidation.tiersUsed.atMs) }) : ''}
    >
      {say('tier.sentence', { tier: text })} {basis}
    </p>
  );
}
