import { say } from '../../core/i18n/say-own.ts';
import type { ComponentChildren } from 'preact';

import { writeNumber } from '../../core/market/number-text.ts';
import { useLocale } from '../ui/locale.ts';
import { useOwn } from '../ui/own-amounts.ts';
import { NumberQuestion } from '../ui/number-question.tsx';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** Stands inside the field's right edge: a unit, or a choice of units. */
  readonly unit: ComponentChildren;
  readonly error: string | undefined;
  /** What was probably meant; one click puts it in. */
  readonly meant?: string | null;
  /** Two numbers that the text can be read as. */
  readonly question?: readonly [number, number] | undefined;
  /** What is allowed, such as `1–150×`. */
  readonly limits?: string;
  readonly placeholder?: string;
  readonly isText?: boolean;
  /** An amount of the user's own, closed while amounts are hidden. */
  readonly isOwn?: boolean;
  readonly onInput: (value: string) => void;
}

/** A labelled input with its unit, its limits and, where something is wrong or can be read in two ways, one sentence about it. */
export function Field(props: FieldProps) {
  const { id, label, unit, error, meant = null, limits } = props;
  const { isText = false, isOwn = false, onInput } = props;
  const own = useOwn();
  const isClosed = isOwn && own.areHidden;
  const question = isClosed ? undefined : props.question;
  const placeholder = isClosed ? say('own.hidden') : (props.placeholder ?? '');
  const locale = useLocale();
  const [errorId, limitsId, questionId] = [`${id}-error`, `${id}-limits`, `${id}-question`];
  const describedBy = [
    ...(limits === undefined ? [] : [limitsId]),
    ...(error === undefined ? [] : [errorId]),
    ...(question === undefined ? [] : [questionId]),
  ];
  return (
    <div class="field">
      <span class="field-head">
        <label for={id}>{label}</label>
        {limits !== undefined && (
          <span id={limitsId} class="figure">
            {limits}
          </span>
        )}
      </span>
      <div class="field-box">
        <input
          id={id}
          value={isClosed ? '' : props.value}
          {...(isClosed ? { readOnly: true, title: say('own.closed') } : {})}
          autocomplete="off"
          spellcheck={false}
          dir="ltr"
          inputMode={isText ? 'text' : 'decimal'}
          placeholder={placeholder}
          aria-invalid={error !== undefined || props.question !== undefined}
          {...(describedBy.length === 0 ? {} : { 'aria-describedby': describedBy.join(' ') })}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        {unit}
      </div>
      {question !== undefined && (
        <NumberQuestion
          id={questionId}
          values={question}
          onChoose={(chosen) => onInput(writeNumber(chosen, locale))}
        />
      )}
      {error !== undefined && (
        <p class="field-error" id={errorId}>
          {error}
          {meant !== null && (
            <>
              {' '}
              {say('form.meant')}{' '}
              <button type="button" class="button small" onClick={() => onInput(meant)}>
                {meant}
              </button>
            </>
          )}
        </p>
      )}
    </div>
  );
}

/** A unit that cannot be chosen. */
export const Unit = ({ children }: { readonly children: ComponentChildren }) => (
  <span class="unit">{children}</span>
);

interface ChoiceProps<T extends string> {
  readonly id?: string;
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [value: T, label: string])[];
  readonly onChange: (value: T) => void;
}

/** A select whose label is for screen readers only: it stands inside another field. */
export function Choice<T extends string>({ id, label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <select
      class="unit"
      {...(id === undefined ? { 'aria-label': label } : { id })}
      value={value}
      onChange={({ currentTarget }) => {
        const chosen = options.find(([option]) => option === currentTarget.value);
        if (chosen !== undefined) onChange(chosen[0]);
      }}
    >
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </select>
  );
}

/** Two choices side by side under a label. */
export function Switch<T extends string>({
  id,
  label,
  value,
  options,
  onChange,
}: ChoiceProps<T> & { readonly id: string }) {
  return (
    <div class="field">
      <span class="field-head" id={`${id}-label`}>
        {label}
      </span>
      <div class="segments switch" role="group" aria-labelledby={`${id}-label`}>
        {options.map(([option, text]) => (
          <button type="button" key={option} aria-pressed={value === option} onClick={() => onChange(option)}>
            {text}
          </button>
        ))}
      </div>
    </div>
  );
}

/** An example of an amount, as the user's language writes it. */
export function useExample(): (amount: number) => string {
  const locale = useLocale();
  return (amount) => new Intl.NumberFormat(locale).format(amount);
}
