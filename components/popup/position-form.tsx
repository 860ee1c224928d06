import { say } from '../../core/i18n/say-own.ts';
import { ExitFields } from './exit-fields.tsx';
import { Choice, Field, Switch, Unit, useExample } from './field.tsx';
import { baseOf, MOST_LEVERAGE, type DraftCheck, type PositionDraft } from './position-draft.ts';
import { FORMULAS } from '../../core/risk/formulas/registry.ts';

interface PositionFormProps {
  readonly draft: PositionDraft;
  readonly check: DraftCheck;
  /** Highest leverage of the venue for this size; null where its table is not known. */
  readonly tierLeverage: number | null;
  readonly isSaved: boolean;
  readonly isChanged: boolean;
  readonly onChange: (draft: PositionDraft) => void;
  readonly onSave: () => void;
  readonly onRevert: () => void;
  readonly onDelete: () => void;
}

const VENUES = FORMULAS.map(({ venue, name }) => [venue, name] as const);

/** The inputs of one position, in two columns. */
export function PositionForm(props: PositionFormProps) {
  const { check, isSaved, isChanged, onSave, onRevert, onDelete } = props;
  return (
    <form
      class="position-form"
      aria-label={say('form.about')}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <Market {...props} />
      <Backing {...props} />
      <ExitFields draft={props.draft} check={check} onChange={props.onChange} />
      <div class="form-actions">
        <button
          type="submit"
          class="button primary"
          disabled={check.position === null || (isSaved && !isChanged)}
        >
          {say(isSaved ? 'form.save-changes' : 'form.save')}
        </button>
        {isSaved && isChanged && (
          <button type="button" class="button" onClick={onRevert}>
            {say('form.undo')}
          </button>
        )}
        {isSaved && (
          <button type="button" class="button" onClick={onDelete}>
            {say('form.delete')}
          </button>
        )}
      </div>
    </form>
  );
}

/** What is held: venue, coin, side, entry and size. */
function Market({ draft, check: { errors, questions, meantCoin }, onChange }: PositionFormProps) {
  const change = (part: Partial<PositionDraft>) => onChange({ ...draft, ...part });
  const coin = baseOf(draft) || say('form.a-coin');
  const example = useExample();
  return (
    <>
      <div class="field">
        <span class="field-head">
          <label for="venue">{say('form.venue')}</label>
        </span>
        <div class="field-box">
          <Choice
            id="venue"
            label={say('form.venue')}
            value={draft.venue}
            options={VENUES}
            onChange={(venue) => change({ venue })}
          />
        </div>
      </div>
      <Field
        id="base"
        label={say('form.coin')}
        value={draft.base}
        isText
        unit={
          <Choice
            label={say('form.settles')}
            value={draft.contract}
            options={[
              ['linear', say('form.settles.in', { unit: 'USD' })],
              ['inverse', say('form.settles.in', { unit: coin })],
            ]}
            onChange={(contract) =>
              change({ contract, addedMargin: '', walletBalance: '', ...usualMargin(draft) })
            }
          />
        }
        error={errors.base ?? errors.contract ?? errors.venue}
        meant={meantCoin}
        onInput={(base) => change({ base })}
      />
      <Switch
        id="side"
        label={say('form.side')}
        value={draft.side}
        options={[
          ['long', say('form.long')],
          ['short', say('form.short')],
        ]}
        onChange={(side) => change({ side })}
      />
      <Switch
        id="margin-mode"
        label={say('form.mode')}
        value={draft.marginMode}
        options={[
          ['isolated', say('form.isolated')],
          ['cross', say('form.cross')],
        ]}
        onChange={(marginMode) => change({ marginMode })}
      />
      <Field
        id="entry"
        label={say('form.entry')}
        value={draft.entryPrice}
        unit={<Unit>USD</Unit>}
        error={errors.entryPrice}
        question={questions.entryPrice}
        onInput={(entryPrice) => change({ entryPrice })}
      />
      <Field
        id="size"
        label={say('form.size')}
        isOwn
        value={draft.size}
        placeholder={example(draft.sizeUnit === 'usd' ? 10_000 : 0.1)}
        unit={
          <Choice
            label={say('form.size.unit')}
            value={draft.sizeUnit}
            options={[
              ['usd', 'USD'],
              ['base', coin],
            ]}
            onChange={(sizeUnit) => change({ sizeUnit })}
          />
        }
        error={errors.size}
        question={questions.size}
        onInput={(size) => change({ size })}
      />
    </>
  );
}

/** An amount in dollars is none in coins. */
const usualMargin = (draft: PositionDraft): Partial<PositionDraft> =>
  draft.marginKind === 'own' ? { marginKind: 'leverage', margin: '10' } : {};

/** What backs it. */
function Backing({ draft, check: { errors, questions }, tierLeverage, onChange }: PositionFormProps) {
  const change = (part: Partial<PositionDraft>) => onChange({ ...draft, ...part });
  const own = draft.contract === 'inverse' ? baseOf(draft) || say('form.a-coin') : 'USD';
  const isLeverage = draft.marginKind === 'leverage';
  return (
    <>
      {draft.marginMode === 'isolated' ? (
        <>
          <Field
            id="margin"
            label={say(isLeverage ? 'form.leverage' : 'form.margin')}
            isOwn={!isLeverage}
            value={draft.margin}
            {...(isLeverage ? { limits: `1–${tierLeverage ?? MOST_LEVERAGE}×` } : {})}
            unit={
              <Choice
                label={say('form.margin.kind')}
                value={draft.marginKind}
                options={[
                  ['leverage', '×'],
                  ['own', own],
                ]}
                onChange={(marginKind) => change({ marginKind, margin: '' })}
              />
            }
            error={errors.margin}
            question={questions.margin}
            onInput={(margin) => change({ margin })}
          />
          <Field
            id="added"
            label={say('form.added')}
            isOwn
            value={draft.addedMargin}
            placeholder="0"
            unit={<Unit>{own}</Unit>}
            error={errors.addedMargin}
            question={questions.addedMargin}
            onInput={(addedMargin) => change({ addedMargin })}
          />
        </>
      ) : (
        <Field
          id="wallet"
          label={say('form.wallet')}
          isOwn
          value={draft.walletBalance}
          unit={<Unit>{own}</Unit>}
          error={errors.walletBalance}
          question={questions.walletBalance}
          onInput={(walletBalance) => change({ walletBalance })}
        />
      )}
    </>
  );
}
