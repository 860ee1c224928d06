import { useState } from 'preact/hooks';

import { say } from '../../core/i18n/say.ts';
import type { LiquidationsReport, MarketReport } from '../../core/market/market-report.ts';
import { VENUE_IDS, VENUE_NAMES } from '../../core/market/venue-id.ts';
import { Changing } from '../ui/changing.tsx';
import { formatUsd } from '../ui/format.ts';

interface LiquidationsPartProps {
  readonly liquidations: MarketReport['liquidations'];
}

type Heard = Pick<LiquidationsReport, 'longUsd' | 'shortUsd' | 'isLowerBound'>;

const SPANS = ['h1', 'h24'] as const;
const SIDES = ['long', 'short'] as const;

/** What was force-closed of each side in an hour and a day, as far as it was heard; by venue on demand. */
export function LiquidationsPart({ liquidations }: LiquidationsPartProps) {
  const [isByVenue, setByVenue] = useState(false);
  const heard = SPANS.flatMap((span) => liquidations[span] ?? []);
  if (heard.length === 0) return null;
  const isLeast = heard.some(({ isLowerBound }) => isLowerBound);
  const venues = VENUE_IDS.map((venue) => ({
    venue,
    spans: SPANS.map((span) => liquidations[span]?.perVenue?.find((one) => one.venue === venue) ?? null),
  })).filter(({ spans }) => spans.some((span) => span !== null));
  return (
    <table class="liquidations" title={say(isLeast ? 'liquidated.least.about' : 'liquidated.all.about')}>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            {say(isLeast ? 'liquidated.least' : 'liquidated')}
          </th>
          {SPANS.map((span) => (
            <th key={span} scope="colgroup" colSpan={SIDES.length}>
              {say(`liquidated.${span}`)}
            </th>
          ))}
        </tr>
        <tr>
          {SPANS.flatMap((span) =>
            SIDES.map((side) => (
              <th key={`${span} ${side}`} scope="col" class={side}>
                {say(`liquidated.${side}`)}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        <Row name={say('liquidated.whole')} spans={SPANS.map((span) => liquidations[span])} />
        {isByVenue &&
          venues.map(({ venue, spans }) => <Row key={venue} name={VENUE_NAMES[venue]} spans={spans} />)}
      </tbody>
      {venues.length > 0 && (
        <tfoot>
          <tr>
            <td colSpan={1 + SPANS.length * SIDES.length}>
              <button
                type="button"
                class="text-button"
                aria-expanded={isByVenue}
                onClick={() => setByVenue(!isByVenue)}
              >
                {say(isByVenue ? 'liquidated.together' : 'liquidated.by-venue')}
              </button>
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

const Row = ({ name, spans }: { readonly name: string; readonly spans: readonly (Heard | null)[] }) => (
  <tr>
    <th scope="row">{name}</th>
    {spans.flatMap((heard, index) =>
      SIDES.map((side) => (
        <td key={`${SPANS[index]} ${side}`} title={heard === null ? say('liquidated.unheard') : undefined}>
          <Changing text={formatUsd(heard === null ? null : heard[`${side}Usd`])} />
        </td>
      )),
    )}
  </tr>
);
