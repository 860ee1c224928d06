import type { Refusal } from '../../core/market/refusal.ts';
import { say } from '../../core/i18n/say-page.ts';
import { definitionSentence, skillSentence } from '../../core/i18n/skill-words.ts';
import { assetOfMarket, assetText } from '../../core/market/asset.ts';
import type { Lie } from '../../core/ledger/lie.ts';
import type { StoredRecord } from '../../core/report/forecast/read-record.ts';
import type { RecordChoice, TrackRecord } from '../../core/report/forecast/track-record.ts';
import { DollarsCard, LastCard } from './dollars-card.tsx';
import { HowToRead } from './how-to-read.tsx';
import { ListeningCard } from './listening-card.tsx';
import { OrdersCard } from './orders-card.tsx';
import { SkillCard } from './skill-card.tsx';
import { TakeBackCard } from './take-back-card.tsx';

export interface RecordProps extends Omit<StoredRecord, 'outcomes' | 'asideLog'> {
  readonly market: string;
  readonly choice: RecordChoice;
  readonly record: TrackRecord;
  readonly isAlways: boolean;
  /** Changes when colours do. */
  readonly theme: string;
  readonly onMarket: (market: string) => void;
  readonly onChoice: (choice: RecordChoice) => void;
  readonly onAlways: (isAlways: boolean) => void;
  /** Why the last choice could not be stored; null where it could. */
  readonly refused: Refusal | null;
  readonly onTakeBack: (lie: Lie) => void;
  /** What came of the last lie that was taken back. */
  readonly takenBack: { readonly isDone: boolean; readonly text: string } | null;
  readonly onExport: (what: 'forecasts' | 'orders') => void;
}

const HORIZONS = [1, 4, 24] as const;
const DEFINITIONS = ['first', 'all'] as const;

/** The track record of one market: what the map said, what happened, and what that is worth. */
export function Record(props: RecordProps) {
  const { market, markets, choice, record, theme, onChoice, onExport } = props;
  return (
    <main class="record">
      <h1>{say('record.title', { asset: assetText(assetOfMarket(market)) })}</h1>
      <p class="headline" role="status">
        {skillSentence(record.report)}
      </p>
      {record.report.other !== undefined && (
        <p class="secondary">{definitionSentence(record.report.other)}</p>
      )}
      {!props.isLasting && <p class="notice warn">{say('record.not-lasting')}</p>}
      {props.isDistanceAlone && <p class="notice warn">{say('skill.distance-alone')}</p>}
      <div class="choices">
        {markets.length > 1 && (
          <label class="choice">
            {say('record.market')}{' '}
            <select value={market} onChange={({ currentTarget }) => props.onMarket(currentTarget.value)}>
              {markets.map((id) => (
                <option key={id} value={id}>
                  {assetText(assetOfMarket(id))}
                </option>
              ))}
            </select>
          </label>
        )}
        <div class="segments" role="group" aria-label={say('record.horizon')}>
          {HORIZONS.map((horizonHours) => (
            <button
              key={horizonHours}
              type="button"
              aria-pressed={choice.horizonHours === horizonHours}
              onClick={() => onChoice({ ...choice, horizonHours })}
            >
              {say(`record.horizon.${horizonHours}`)}
            </button>
          ))}
        </div>
        <div class="segments" role="group" aria-label={say('record.counts')}>
          {DEFINITIONS.map((definition) => (
            <button
              key={definition}
              type="button"
              aria-pressed={choice.definition === definition}
              onClick={() => onChoice({ ...choice, definition })}
            >
              {say(`record.counts.${definition}`)}
            </button>
          ))}
        </div>
        <button type="button" class="button" onClick={() => onExport('forecasts')}>
          {say('record.export.forecasts')}
        </button>
        <button type="button" class="button" onClick={() => onExport('orders')}>
          {say('record.export.orders')}
        </button>
      </div>
      <SkillCard record={record} theme={theme} />
      <DollarsCard record={record} theme={theme} />
      <LastCard record={record} />
      <OrdersCard orders={props.orders} theme={theme} />
      <ListeningCard {...props} />
      <TakeBackCard {...props} />
      <HowToRead record={record} />
    </main>
  );
}
