import { VENUE_IDS, VENUE_NAMES } from '../../core/market/venue-id.ts';
import { Field, UnitChoice } from './field.tsx';
import type { DraftCheck, PositionDraft } from './position-draft.ts';

interface PositionFormProps {
  readonly draft: PositionDraft;
  readonly check: DraftCheck;
  readonly isSaved: boolean;
  readonly onChange: (draft: PositionDraft) => void;
  readonly onSave: () => void;
  readonly onDelete: () => void;
}

const VENUES = VENUE_IDS.map((id) => [id, VENUE_NAMES[id]] as const);

/** The inputs of one isolated linear position, in two columns. */
export function PositionForm({ draft, check, isSaved, onChange, onSave, onDelete }: PositionFormProps) {
  const { errors } = check;
  const change = (part: Partial<PositionDraft>) => onChange({ ...draft, ...part });
  const coin = draft.base.trim().toUpperCase() || 'coin';
  return (
    <form
      class="position-form"
      aria-label="Position"
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <div class="field">
        <label for="venue">Venue</label>
        <div class="field-box">
          <UnitChoice
            label="Venue"
            value={draft.venue}
            options={VENUES}
            onChange={(venue) => change({ venue })}
          />
        </div>
      </div>
      <Field
        id="base"
        label="Coin"
        value={draft.base}
        unit={<span class="unit">perpetual</span>}
        error={errors.base}
        onInput={(base) => change({ base })}
      />
      <div class="field">
        <span class="label" id="side-label">
          Side
        </span>
        <div class="segments sides" role="group" aria-labelledby="side-label">
          {(['long', 'short'] as const).map((side) => (
            <button
              type="button"
              key={side}
              aria-pressed={draft.side === side}
              onClick={() => change({ side })}
            >
              {side === 'long' ? 'Long' : 'Short'}
            </button>
          ))}
        </div>
      </div>
      <Field
        id="entry"
        label="Entry price"
        value={draft.entryPrice}
        unit={<span class="unit">USD</span>}
        error={errors.entryPrice}
        onInput={(entryPrice) => change({ entryPrice })}
      />
      <Field
        id="size"
        label="Size"
        value={draft.size}
        placeholder={draft.sizeUnit === 'usd' ? '10,000' : '0.1'}
        unit={
          <UnitChoice
            label="Unit of size"
            value={draft.sizeUnit}
            options={[
              ['usd', 'USD'],
              ['base', coin],
            ]}
            onChange={(sizeUnit) => change({ sizeUnit })}
          />
        }
        error={errors.size}
        onInput={(size) => change({ size })}
      />
      <Field
        id="margin"
        label={draft.marginKind === 'leverage' ? 'Leverage, isolated' : 'Margin, isolated'}
        value={draft.margin}
        unit={
          <UnitChoice
            label="Margin given as"
            value={draft.marginKind}
            options={[
              ['leverage', '×'],
              ['usd', 'USD'],
            ]}
            onChange={(marginKind) => change({ marginKind, margin: '' })}
          />
        }
        error={errors.margin}
        onInput={(margin) => change({ margin })}
      />
      <Field
        id="added"
        label="Added margin"
        value={draft.addedMargin}
        placeholder="0"
        unit={<span class="unit">USD</span>}
        error={errors.addedMargin}
        onInput={(addedMargin) => change({ addedMargin })}
      />
      <Field
        id="stop"
        label="Stop"
        value={draft.stopPrice}
        placeholder="none"
        unit={<span class="unit">USD</span>}
        error={errors.stopPrice}
        onInput={(stopPrice) => change({ stopPrice })}
      />
      <div class="form-actions">
        <button type="submit" class="button" disabled={check.position === null}>
          {isSaved ? 'Save changes' : 'Save position'}
        </button>
        {isSaved && (
          <button type="button" class="button" onClick={onDelete}>
            Delete
          </button>
        )}
      </div>
    </form>
  );
}
