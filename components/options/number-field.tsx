import { useState } from 'preact/hooks';

interface NumberFieldProps {
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** A number with its unit and limits; what lies outside them is said beside the field and not taken. */
export function NumberField({ label, unit, value, least, most, onChange }: NumberFieldProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const take = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
    const next = currentTarget.valueAsNumber;
    const isGood = next >= least && next <= most;
    setProblem(isGood ? null : `From ${least} to ${most} ${unit}.`);
    if (isGood) onChange(next);
  };
  return (
    <label class="number-field">
      <span class="visually-hidden">{label}</span>
      <input
        type="number"
        min={least}
        max={most}
        step="any"
        value={value}
        aria-invalid={problem !== null}
        onChange={take}
      />{' '}
      {unit}
      {problem !== null && (
        <span class="problem" role="alert">
          {' '}
          {problem}
        </span>
      )}
    </label>
  );
}
