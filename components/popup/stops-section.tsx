import { say } from '../../core/i18n/say-own.ts';
import type { StopAdvice } from '../../core/risk/advice/stop-candidates.ts';
import { formatPercent, formatPrice } from '../ui/format.ts';
import type { PositionFigures } from './position-figures.ts';
import { Section } from './section.tsx';

interface StopsSectionProps {
  readonly figures: PositionFigures;
  readonly decimals: number;
  readonly onStop: (price: number) => void;
}

type Candidate = StopAdvice['candidates'][number];

const SHOWN = 6;

/** Places for a stop, with the reason for each and what speaks against it. */
export function StopsSection({ figures, decimals, onStop }: StopsSectionProps) {
  const { stops, leverageForStop } = figures.answer;
  if (stops === null)
    return (
      <Section title={say('stops.title')} figure={say('section.no-map')}>
        {say('section.no-map.about')}
      </Section>
    );
  const { best, before, candidates } = stops;
  const figure =
    best !== null
      ? formatPrice(best.price, decimals)
      : before !== null
        ? say('stops.smaller', { price: formatPrice(before.price, decimals) })
        : say('stops.none-clear');
  return (
    <Section title={say('stops.title')} figure={figure}>
      {best === null && leverageForStop !== null && (
        <p>{say('stops.leverage', { leverage: String(Number(leverageForStop.toPrecision(2))) })}</p>
      )}
      {best === null && before !== null && (
        <p>
          {say('stops.before', { price: formatPrice(before.price, decimals) })}{' '}
          <UseButton price={before.price} {...{ decimals, onStop }} />
        </p>
      )}
      {candidates.length > 0 && (
        <table class="figures list">
          <thead>
            <tr>
              <th scope="col">{say('stops.stop')}</th>
              <th scope="col" class="reason">
                {say('stops.why')}
              </th>
              <th scope="col" title={say('stops.slip.about')}>
                {say('stops.slip')}
              </th>
              <th scope="col">
                <span class="visually-hidden">{say('stops.use')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {candidates.slice(0, SHOWN).map((candidate) => (
              <tr key={candidate.beyond.id} class={candidate === best ? 'best' : ''}>
                <th scope="row" class="figure">
                  {formatPrice(candidate.price, decimals)}
                </th>
                <td class="reason" title={say('stops.forced', { usd: candidate.forcedNearbyUsd })}>
                  {reasonOf(candidate, decimals)}
                </td>
                <td class="figure">{candidate.slip === null ? '–' : formatPercent(candidate.slip, 2)}</td>
                <td>
                  <UseButton price={candidate.price} {...{ decimals, onStop }} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {candidates.length === 0 && <p>{say('stops.nothing')}</p>}
      <p class="secondary">{say('stops.about')}</p>
    </Section>
  );
}

function reasonOf({ beyond, objections }: Candidate, decimals: number): string {
  const reason = say(`stops.${beyond.kind}`, { edge: formatPrice(beyond.edge, decimals) });
  if (objections.length === 0) return reason;
  const against = objections.map((objection) => say(`stops.${objection}`)).join(', ');
  return say('stops.against', { reason, objections: against });
}

const UseButton = ({
  price,
  decimals,
  onStop,
}: {
  readonly price: number;
  readonly decimals: number;
  readonly onStop: (price: number) => void;
}) => (
  <button
    type="button"
    class="button small"
    aria-label={say('stops.use.price', { price: formatPrice(price, decimals) })}
    onClick={() => onStop(Number(price.toPrecision(5)))}
  >
    {say('stops.use')}
  </button>
);
