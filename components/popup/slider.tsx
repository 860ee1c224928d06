import { useId } from 'preact/hooks';

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** The value in words. */
  readonly text: string;
  /** Equal ways are equal differences; else equal ratios. */
  readonly isLinear?: boolean;
  readonly onChange: (value: number) => void;
}

const STEPS = 300;

/** A value on a logarithmic way between its bounds. */
export function Slider({ label, value, min, max, text, isLinear = false, onChange }: SliderProps) {
  const id = useId();
  const share = isLinear ? (value - min) / (max - min) : Math.log(value / min) / Math.log(max / min);
  const step = Math.round(Math.min(1, Math.max(0, share)) * STEPS);
  const valueAt = (at: number): number =>
    isLinear ? min + (at / STEPS) * (max - min) : min * (max / min) ** (at / STEPS);
  return (
    <div class="slider">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={STEPS}
        step={1}
        value={step}
        aria-valuetext={text}
        onInput={({ currentTarget }) => onChange(valueAt(Number(currentTarget.value)))}
      />
      <output for={id} class="figure">
        {text}
      </output>
    </div>
  );
}
