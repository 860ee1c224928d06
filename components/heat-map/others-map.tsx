import { PUBLISHED_SCORES } from '../../core/engine/skill/published.ts';
import { say } from '../../core/i18n/say.ts';
import { skillSentence } from '../../core/i18n/skill-words.ts';
import { usdOfCell } from '../../core/market/map-cells.ts';
import type { SkillReport } from '../../core/market/market-report.ts';
import { HeatChart, type HeatChartProps } from './heat-chart.tsx';
import type { HeatScene, SceneInView } from './heat-scene.ts';
import { stateText } from './state-text.ts';
import type { AskWindow, PastName } from './use-heat-past.ts';
import { type HeatLook, useHeatScene } from './use-heat-scene.ts';

interface OthersSwitchProps {
  readonly isOn: boolean;
  readonly onTurn: (isOn: boolean) => void;
}

export const OthersSwitch = ({ isOn, onTurn }: OthersSwitchProps) => (
  <div class="segments">
    <button type="button" aria-pressed={isOn} onClick={() => onTurn(!isOn)}>
      {say('heat.others')}
    </button>
  </div>
);

interface OthersMapProps {
  readonly ask: AskWindow;
  readonly name: Pick<PastName, 'market' | 'venue'>;
  readonly look: HeatLook;
  /** Ours, as it is drawn above. */
  readonly ours: HeatScene | null;
  readonly skill: SkillReport | null;
  readonly chart: Omit<HeatChartProps, 'scene' | 'seen' | 'label' | 'clusters' | 'map'>;
}

const NO_CLUSTERS = [] as const;

/** The usual leverage ladder on the same bars, in the same view as ours, and what each has been worth. */
export function OthersMap({ ask, name, look, ours, skill, chart }: OthersMapProps) {
  const { past, hasFailed, scene, seen } = useHeatScene(ask, { ...name, map: 'ladder' }, look, null);
  const { map, ladder } = PUBLISHED_SCORES;
  return (
    <section class="heat-others" aria-label={say('heat.others')}>
      <p class="secondary">{say('heat.others.about')}</p>
      <div class="heat-place">
        <HeatChart
          {...chart}
          {...{ scene, seen }}
          label={say('heat.others.label')}
          map="exposure"
          clusters={NO_CLUSTERS}
        />
        <p class="heat-state secondary" role="status">
          {stateText(past, hasFailed)}
        </p>
      </div>
      {ours !== null && scene !== null && seen !== null && (
        <p>
          {say('heat.others.usd', {
            theirs: usdBetween(scene, seen.cut.fromBin, seen.cut.untilBin),
            ours: usdBetween(ours, ...binsOf(ours, scene, seen)),
          })}
        </p>
      )}
      <p class="secondary">{say('heat.others.score', { map: Math.exp(map), ladder: Math.exp(ladder) })}</p>
      {skill !== null && <p class="secondary">{skillSentence(skill)}</p>}
    </section>
  );
}

/** The bins of `ours` at the prices that are seen of `scene`. */
function binsOf(ours: HeatScene, scene: HeatScene, { cut }: SceneInView): readonly [number, number] {
  const shift = scene.past.firstBin - ours.past.firstBin;
  return [cut.fromBin + shift, cut.untilBin + shift];
}

/** Dollars of the last drawn column, the end excluded. */
function usdBetween({ past, lastColumn }: HeatScene, from: number, until: number): number {
  let usd = 0;
  for (let bin = Math.max(0, from); bin < Math.min(past.bins, until); bin++)
    usd += usdOfCell(past.cells[lastColumn * past.bins + bin] ?? 0);
  return usd;
}
