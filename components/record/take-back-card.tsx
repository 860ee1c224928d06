import { useState } from 'preact/hooks';

import { ASIDE_QUANTITIES, type AsideQuantity } from '../../core/ledger/tables/aside.ts';
import type { Lie } from '../../core/ledger/take-back.ts';
import { VENUE_IDS, VENUE_NAMES, type VenueId } from '../../core/market/venue-id.ts';

const NAMES: Readonly<Record<AsideQuantity, string>> = {
  price: 'prices',
  'open-interest': 'open interest',
  volume: 'volume',
  funding: 'funding',
  'forced-orders': 'liquidations',
};

interface TakeBackCardProps {
  readonly onTakeBack: (lie: Lie) => void;
  /** What came of the last one: null before, else a sentence. */
  readonly takenBack: { readonly isDone: boolean; readonly text: string } | null;
}

/** Takes back what a venue told that was not true, where no other venue contradicted it. */
export function TakeBackCard({ onTakeBack, takenBack }: TakeBackCardProps) {
  const [venue, setVenue] = useState<VenueId>('binance');
  const [quantity, setQuantity] = useState<AsideQuantity | undefined>(undefined);
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [fromMs, untilMs] = [Date.parse(`${from}Z`), Date.parse(`${until}Z`)];
  const takeBack = (event: Event): void => {
    event.preventDefault();
    onTakeBack({ venue, fromMs, untilMs, ...(quantity === undefined ? {} : { quantity }) });
  };
  return (
    <section class="card" aria-labelledby="take-back-title">
      <h2 id="take-back-title">A venue told what was not true?</h2>
      <p class="secondary">
        What contradicts the other venues is set aside by itself. Here the rest can be taken back, of every
        coin: the venue is asked for that time again, its liquidations stay stored and count no more, and
        forecasts that may have read it are kept and counted apart.
      </p>
      <form class="choices" onSubmit={takeBack}>
        <label class="choice">
          Venue{' '}
          <select value={venue} onChange={({ currentTarget }) => setVenue(currentTarget.value as VenueId)}>
            {VENUE_IDS.map((id) => (
              <option key={id} value={id}>
                {VENUE_NAMES[id]}
              </option>
            ))}
          </select>
        </label>
        <label class="choice">
          told wrong{' '}
          <select
            value={quantity ?? ''}
            onChange={({ currentTarget: { value } }) =>
              setQuantity(ASIDE_QUANTITIES.find((one) => one === value))
            }
          >
            <option value="">everything</option>
            {ASIDE_QUANTITIES.map((one) => (
              <option key={one} value={one}>
                {NAMES[one]}
              </option>
            ))}
          </select>
        </label>
        <label class="choice">
          from (UTC){' '}
          <input
            type="datetime-local"
            value={from}
            onInput={({ currentTarget }) => setFrom(currentTarget.value)}
          />
        </label>
        <label class="choice">
          until (UTC){' '}
          <input
            type="datetime-local"
            value={until}
            onInput={({ currentTarget }) => setUntil(currentTarget.value)}
          />
        </label>
        <button type="submit" class="button" disabled={!(fromMs < untilMs)}>
          Take back
        </button>
      </form>
      {takenBack !== null && (
        <p role={takenBack.isDone ? 'status' : 'alert'} class={takenBack.isDone ? 'secondary' : 'problem'}>
          {takenBack.text}
        </p>
      )}
    </section>
  );
}
