import { say } from '../../core/i18n/say-page.ts';

/** Of the picture, px: place and length of each band, with the paler end. */
const BANDS = [
  { side: 'shorts', y: 4, sure: 54, pale: 26 },
  { side: 'shorts', y: 22, sure: 96, pale: 34 },
  { side: 'shorts', y: 34, sure: 30, pale: 14 },
  { side: 'longs', y: 68, sure: 42, pale: 20 },
  { side: 'longs', y: 80, sure: 84, pale: 30 },
  { side: 'longs', y: 100, sure: 116, pale: 38 },
] as const;
const [WIDTH, HEIGHT, THICK] = [176, 112, 8];

const LEGEND = ['shorts', 'longs', 'pale', 'level', 'own'] as const;

/** What stands in the map, on a small one. */
export const Colours = () => (
  <div class="colours">
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={say('welcome.colours.picture')}
    >
      {BANDS.map(({ side, y, sure, pale }) => (
        <g key={y} class={side}>
          <rect x={0} y={y} width={sure} height={THICK} />
          <rect class="pale" x={sure} y={y} width={pale} height={THICK} />
        </g>
      ))}
      <line class="level" x1={0} x2={WIDTH} y1={17} y2={17} />
      <line class="mark" x1={0} x2={WIDTH} y1={55} y2={55} />
      <line class="own" x1={0} x2={WIDTH} y1={94} y2={94} />
    </svg>
    <ul>
      {LEGEND.map((what) => (
        <li key={what}>
          <span class={`swatch ${what}`} aria-hidden="true" />
          {say(`welcome.colours.${what}`)}
        </li>
      ))}
    </ul>
  </div>
);
