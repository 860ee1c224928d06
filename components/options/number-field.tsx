import { say } from '../../core/i18n/say-page.ts';
import { useId, useState } from 'preact/hooks';

import { writeNumber } from '../../core/market/number-text.ts';
import { useLocale } from '../ui/locale.ts';
import { NumberQuestion } from '../ui/number-question.tsx';
import { readNumber } from '../ui/read-number.ts';

interface NumberFieldProps {
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/**
 * A number with its unit and limits. What lies outside them is said beside the field and not taken; what can be read as
 * two numbers is asked.
 */
export function NumberField({ label, unit, value, least, most, onChange }: NumberFieldProps) {
  const locale = useLocale();
  const id = useId();
  /** What was typed and not taken; null while the field shows the value. */
  const [typed, setTyped] = useState<string | null>(null);
  const check = readNumber(typed ?? '', locale, { least, most });
  const isWrong = typed !== null && check.question === undefined;
  const take = (text: string) => {
    const next = readNumber(text, locale, { least, most }).value;
    setTyped(next === null ? text : null);
    if (next !== null) onChange(next);
  };
  return (
    <span class="number-field">
      <label>
        <span class="visually-hidden">{label}</span>
        <input
          inputMode="decimal"
          autocomplete="off"
          value={typed ?? writeNumber(value, locale)}
          aria-invalid={typed !== null}
          onChange={({ currentTarget }) => take(currentTarget.value)}
        />{' '}
        {unit}
      </label>
      {isWrong && (
        <span class="problem" role="alert">
          {' '}
          {say('options.limits', {
            low: writeNumber(least, locale),
            high: writeNumber(most, locale),
            unit,
          })}
        </span>
      )}
      {check.question !== undefined && (
        <NumberQuestion
          id={id}
          values={check.question}
          onChoose={(chosen) => take(writeNumber(chosen, locale))}
        />
      )}
    </span>
  );
}
