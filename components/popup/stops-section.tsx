import type { StopAdvice } from '../../core/risk/advice/stop-candidates.ts';
import { formatPercent, formatPrice, formatUsd } from '../ui/format.ts';
import type { PositionFigures } from './position-figures.ts';
import { Section } from './section.tsx';

interface StopsSectionProps {
  readonly figures: PositionFigures;
  readonly decimals: number;
  readonly onStop: (price: number) => void;
}

type Candidate = StopAdvice['candidates'][number];

const SHOWN = 6;

const OBJECTIONS: Readonly<Record<Candidate['objections'][number], string>> = {
  'near-liquidation': 'too near the liquidation',
  crowded: 'among many forced orders',
};

/** Places for a stop, with the reason for each and what speaks against it. */
export function StopsSection({ figures, decimals, onStop }: StopsSectionProps) {
  const { stops, leverageForStop } = figures.answer;
  if (stops === null)
    return (
      <Section title="Stops" figure="no map yet">
        The map of this coin is not loaded.
      </Section>
    );
  const { best, before, candidates } = stops;
  const figure =
    best !== null
      ? formatPrice(best.price, decimals)
      : before !== null
        ? `${formatPrice(before.price, decimals)}, smaller`
        : 'none stands clear';
  return (
    <Section title="Stops" figure={figure}>
      {best === null && leverageForStop !== null && (
        <p>
          At {Number(leverageForStop.toPrecision(2))}× or less a stop beyond the nearest cluster would stand
          clear of the liquidation.
        </p>
      )}
      {best === null && before !== null && (
        <p>
          Else before the nearest cluster, at {formatPrice(before.price, decimals)}, with a smaller size.{' '}
          <UseButton price={before.price} {...{ decimals, onStop }} />
        </p>
      )}
      {candidates.length > 0 && (
        <table class="figures list">
          <thead>
            <tr>
              <th scope="col">Stop</th>
              <th scope="col" class="reason">
                Why there
              </th>
              <th scope="col" title="Expected slip of a stop there, of the price">
                Slip
              </th>
              <th scope="col">
                <span class="visually-hidden">Use</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {candidates.slice(0, SHOWN).map((candidate) => (
              <tr key={candidate.beyond.id} class={candidate === best ? 'best' : ''}>
                <th scope="row" class="figure">
                  {formatPrice(candidate.price, decimals)}
                </th>
                <td
                  class="reason"
                  title={`${formatUsd(candidate.forcedNearbyUsd)} USD expected to be forced around it`}
                >
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
      {candidates.length === 0 && <p>No cluster or swing stands between the price and the liquidation.</p>}
      <p class="secondary">
        A stop changes the shape of the outcome, not its mean, and slips when it is hit.
      </p>
    </Section>
  );
}

function reasonOf({ beyond, objections }: Candidate, decimals: number): string {
  const what = beyond.kind === 'cluster' ? 'a cluster' : 'a swing';
  const against = objections.map((objection) => OBJECTIONS[objection]).join(', ');
  return `beyond ${what} at ${formatPrice(beyond.edge, decimals)}${against === '' ? '' : `; ${against}`}`;
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
    aria-label={`Use ${formatPrice(price, decimals)} as stop`}
    onClick={() => onStop(Number(price.toPrecision(5)))}
  >
    Use
  </button>
);
