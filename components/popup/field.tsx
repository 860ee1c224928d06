import type { ComponentChildren } from 'preact';

interface NumberFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** Stands inside the field's right edge: a unit, or a choice of units. */
  readonly unit: ComponentChildren;
  readonly error: string | undefined;
  readonly placeholder?: string;
  readonly onInput: (value: string) => void;
}

/** A labelled input with its unit and, where something is wrong, one sentence about it. */
export function Field({ id, label, value, unit, error, placeholder, onInput }: NumberFieldProps) {
  const errorId = `${id}-error`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="field-box">
        <input
          id={id}
          value={value}
          autocomplete="off"
          spellcheck={false}
          inputMode={id === 'base' ? 'text' : 'decimal'}
          placeholder={placeholder ?? ''}
          aria-invalid={error !== undefined}
          {...(error === undefined ? {} : { 'aria-describedby': errorId })}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        {unit}
      </div>
      {error !== undefined && (
        <p class="field-error" id={errorId}>
          {error}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [value: T, label: string])[];
  readonly onChange: (value: T) => void;
}

/** A select whose label is for screen readers only: it stands inside another field. */
export function UnitChoice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <select
      class="unit"
      aria-label={label}
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
