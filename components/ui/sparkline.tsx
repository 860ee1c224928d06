interface SparklineProps {
  /** What it shows, for those who do not see it. */
  readonly label: string;
  /** The line; null leaves a gap. */
  readonly values: readonly (number | null)[];
  /** A thin second line on a scale of its own. */
  readonly beside?: readonly (number | null)[];
  /** A place in the line that is marked. */
  readonly marked?: number | null;
}

/** Of the drawing; it is stretched to its place, its strokes are not. */
const HEIGHT = 100;

/** A line without axes, as wide as its place: where a figure has come from. */
export function Sparkline({ label, values, beside = [], marked = null }: SparklineProps) {
  const width = Math.max(1, values.length - 1);
  return (
    <svg
      class="sparkline"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      {marked !== null && marked >= 0 && <path class="marked" d={`M${marked} 0V${HEIGHT}`} />}
      <path class="beside" d={pathOf(beside)} />
      <path d={pathOf(values)} />
    </svg>
  );
}

/** From the lowest value at the bottom to the highest at the top. */
function pathOf(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const y = (value: number): number =>
    high > low ? Math.round(HEIGHT * (1 - (value - low) / (high - low)) * 10) / 10 : HEIGHT / 2;
  return values
    .map((value, x) => {
      if (value === null) return '';
      const isFirst = x === 0 || values[x - 1] === null;
      return `${isFirst ? 'M' : 'L'}${x} ${y(value)}`;
    })
    .join('');
}
