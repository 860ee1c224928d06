import { useState } from 'preact/hooks';

import { say } from '../../core/i18n/say-own.ts';
import { NumberQuestion } from '../ui/number-question.tsx';
import { readNumber } from '../ui/read-number.ts';
import { useLocale } from '../ui/locale.ts';
import { useStore } from '../ui/use-store.ts';
import { bandText, BellList } from './bell-list.tsx';
import type { SideStore } from './side-store.ts';
import type { Bells } from './use-bells.ts';

interface SideBellsProps {
  readonly store: SideStore;
  readonly bells: Bells;
  /** USD a coin, now. */
  readonly price: number | null;
  readonly multiplier: number;
  readonly decimals: number;
  readonly nowMs: number;
}

/** Prices at which the user wants to be told: those of the market that is shown, and a field for another. */
export function SideBells({ store, bells, price, multiplier, decimals, nowMs }: SideBellsProps) {
  const hung = useStore(store, (state) => state.hung);
  return (
    <section class="popup side-bells" aria-labelledby="side-bells">
      <h2 id="side-bells">{say('bells.title')}</h2>
      <p class="secondary">{say('bells.about')}</p>
      {bells.shown.length > 0 && <BellList {...bells} {...{ price, multiplier, decimals, nowMs }} />}
      <BellForm
        near={price === null ? null : price * multiplier}
        onHang={(at) => bells.hang('price', at, at)}
      />
      <p class="visually-hidden" role="status">
        {hung !== null && say('bells.hung', { band: bandText(hung.low, hung.high, decimals) })}
      </p>
    </section>
  );
}

interface BellFormProps {
  /** The price now, in the units of the map. */
  readonly near: number | null;
  readonly onHang: (price: number) => void;
}

function BellForm({ near, onHang }: BellFormProps) {
  const locale = useLocale();
  const [text, setText] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const { value, error, question } = readNumber(text, locale, { near });
  const hang = (price: number) => {
    onHang(price);
    setText('');
    setIsAsked(false);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    setIsAsked(true);
    if (value !== null) hang(value);
  };
  const isWrong = isAsked && text !== '' && value === null;
  return (
    <form class="bell-form" onSubmit={submit}>
      <label>
        {say('bells.price')}{' '}
        <input
          inputMode="decimal"
          autocomplete="off"
          value={text}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? 'bell-problem' : undefined}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <button type="submit" class="button">
        {say('bells.add')}
      </button>
      {isWrong && question !== undefined && (
        <NumberQuestion id="bell-problem" values={question} onChoose={hang} />
      )}
      {isWrong && error !== undefined && (
        <p class="bad" id="bell-problem" role="alert">
          {error}
        </p>
      )}
    </form>
  );
}
