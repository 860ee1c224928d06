import { say } from '../../core/i18n/say-own.ts';
import { assetText } from '../../core/market/asset.ts';
import { contractOf } from '../../core/market/position.ts';
import { formatChance, formatPercent, formatPrice } from '../ui/format.ts';
import type { OwnAmounts } from '../ui/own-amounts.ts';
import { formatHorizon, tierText } from './format-risk.ts';
import type { PositionFigures } from './position-figures.ts';
import { riskVenueName } from '../../core/risk/formulas/registry.ts';

/** The answer as plain text for the clipboard. */
export function positionText(figures: PositionFigures, decimals: number, own: OwnAmounts): string {
  const { position, answer, price, distance } = figures;
  const { liquidation, touch, path, stops, size, funding, plan } = answer;
  const at = (value: number | null): string => formatPrice(value, decimals);
  const head = say(`text.${position.marginMode}`, {
    position: say(`position.${position.side}`, { asset: assetText(position) }),
    venue: riskVenueName(position.venue),
  });
  const lines = [
    contractOf(position) === 'inverse' ? say('text.settles', { head, coin: position.base }) : head,
    say('text.entry', {
      entry: at(position.entryPrice),
      usd: own.usd(figures.notionalUsd),
      margin: own.usd(liquidation.marginUsd),
    }),
    liquidation.reason === null
      ? say(`text.liquidation${liquidation.estimate ? '.estimate' : ''}`, {
          price: at(liquidation.liquidationPrice),
          bankruptcy: at(liquidation.bankruptcyPrice),
        })
      : say(`no-liquidation.${liquidation.reason}`),
    position.origin &&
      say(position.origin.kind === 'page' ? 'text.shown' : 'text.told', {
        venue: riskVenueName(position.venue),
        price:
          position.origin.liquidationPrice === null
            ? say('results.none')
            : at(position.origin.liquidationPrice),
      }),
    liquidation.alternative &&
      liquidation.alternative.name !== 'venue' &&
      say(`text.alternative.${liquidation.alternative.name}`, {
        formula: say(`formula.${liquidation.alternative.name}`),
        price: at(liquidation.alternative.liquidationPrice),
      }),
    tierText(liquidation, position.venue),
    price !== null && say('text.price', { price: at(price) }),
    distance && distanceText(distance, at(distance.usd)),
    touch && say('text.touch', { chances: touch.map(chanceText).join(', ') }),
    path && say('text.path', { ...path, clusters: path.clusters.length }),
    position.stopPrice !== null && say('text.stop', { price: at(position.stopPrice) }),
    ...plan.targets.map(({ price: target, share, multiple }, step) => {
      const chance = plan.chances?.targets[step] ?? null;
      return say('text.target', {
        price: at(target),
        share: formatPercent(share, 0),
        multiple: multiple === null ? '–' : multiple.toFixed(1),
        chance: chance === null ? '–' : formatChance(chance.horizon),
        horizon: formatHorizon(position.horizonHours),
      });
    }),
    plan.breakEven.afterFees !== null &&
      say('text.break-even', {
        price: at(plan.breakEven.afterFees),
        fee: formatPercent(plan.breakEven.takerFee, 3),
      }),
    stops?.best && say('text.best-stop', { price: at(stops.best.price) }),
    size?.notionalUsd != null &&
      say('text.size', { usd: own.usd(size.notionalUsd), limit: String(size.binding) }),
    funding &&
      say('text.funding', {
        hours: String(position.horizonHours),
        usd: own.text(funding.paidUsd.toFixed(2)),
      }),
  ];
  return lines.filter((line) => typeof line === 'string').join('\n');
}

function distanceText(
  { fraction, atr, sigmas }: NonNullable<PositionFigures['distance']>,
  usd: string,
): string {
  const away = formatPercent(fraction, 1, true);
  if (atr === null)
    return sigmas === null
      ? say('text.distance', { away, usd })
      : say('text.distance.sigmas', { away, usd, sigmas });
  return sigmas === null
    ? say('text.distance.atr', { away, usd, atr })
    : say('text.distance.both', { away, usd, atr, sigmas });
}

function chanceText({
  horizonHours,
  plain,
  withCascade,
}: NonNullable<PositionFigures['answer']['touch']>[number]): string {
  const said = { horizon: formatHorizon(horizonHours), chance: formatChance(plain) };
  return withCascade === null
    ? say('text.chance', said)
    : say('text.chance.cascade', { ...said, cascade: formatChance(withCascade) });
}
