import { say } from '../../core/i18n/say-page.ts';
import { useState } from 'preact/hooks';

import { ASIDE_QUANTITIES, type AsideQuantity } from '../../core/ledger/tables/aside.ts';
import type { Lie } from '../../core/ledger/lie.ts';
import { VENUE_IDS, VENUE_NAMES, type VenueId } from '../../core/market/venue-id.ts';

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
      <h2 id="take-back-title">{say('lie.title')}</h2>
      <p class="secondary">{say('lie.about')}</p>
      <form class="choices" onSubmit={takeBack}>
        <label class="choice">
          {say('lie.venue')}{' '}
          <select value={venue} onChange={({ currentTarget }) => setVenue(currentTarget.value as VenueId)}>
            {VENUE_IDS.map((id) => (
              <option key={id} value={id}>
                {VENUE_NAMES[id]}
              </option>
            ))}
          </select>
        </label>
        <label class="choice">
          {say('lie.wrong')}{' '}
          <select
            value={quantity ?? ''}
            onChange={({ currentTarget: { value } }) =>
              setQuantity(ASIDE_QUANTITIES.find((one) => one === value))
            }
          >
            <option value="">{say('lie.everything')}</option>
            {ASIDE_QUANTITIES.map((one) => (
              <option key={one} value={one}>
                {say(`lie.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="choice">
          {say('lie.from')}{' '}
          <input
            type="datetime-local"
            value={from}
            onInput={({ currentTarget }) => setFrom(currentTarget.value)}
          />
        </label>
        <label class="choice">
          {say('lie.until')}{' '}
          <input
            type="datetime-local"
            value={until}
            onInput={({ currentTarget }) => setUntil(currentTarget.value)}
          />
        </label>
        <button type="submit" class="button" disabled={!(fromMs < untilMs)}>
          {say('lie.take-back')}
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
