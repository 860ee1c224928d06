import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { say } from '../../core/i18n/say-own.ts';
import { MOST_TARGETS } from '../../core/market/position-format.ts';
import { Field, Unit } from './field.tsx';
import { MOST_HOURS, type DraftCheck, type PositionDraft } from './position-draft.ts';
import { EMPTY_TARGET, type TargetDraft } from './target-draft.ts';

interface ExitFieldsProps {
  readonly draft: PositionDraft;
  readonly check: DraftCheck;
  readonly onChange: (draft: PositionDraft) => void;
}

/** Where the position is left and over which time it is judged: stop and target in sight, the rest folded. */
export function ExitFields({ draft, check, onChange }: ExitFieldsProps) {
  const change = (part: Partial<PositionDraft>) => onChange({ ...draft, ...part });
  const { errors, questions } = check;
  return (
    <>
      <Field
        id="stop"
        label={say('form.stop')}
        value={draft.stopPrice}
        placeholder={say('form.none')}
        unit={<Unit>USD</Unit>}
        error={errors.stopPrice}
        question={questions.stopPrice}
        onInput={(stopPrice) => change({ stopPrice })}
      />
      <TargetPrice row={0} label={say('form.target')} {...{ draft, check, onChange }} />
      <More {...{ draft, check }}>
        <Field
          id="horizon"
          label={say('form.horizon')}
          limits={`1–${MOST_HOURS}`}
          value={draft.horizonHours}
          unit={<Unit>{say('form.hours')}</Unit>}
          error={errors.horizonHours}
          question={questions.horizonHours}
          onInput={(horizonHours) => change({ horizonHours })}
        />
        <TargetShare row={0} label={say('form.target.share')} {...{ draft, check, onChange }} />
        {laterRows(draft.targets).map((row) => (
          <TargetFields key={row} {...{ draft, check, onChange, row }} />
        ))}
      </More>
    </>
  );
}

/** The rows of a ladder after the first: those that are filled, and one more. */
const laterRows = (targets: readonly TargetDraft[]): readonly number[] =>
  Array.from({ length: Math.min(MOST_TARGETS, Math.max(1, targets.length) + 1) - 1 }, (_, at) => at + 1);

interface RowProps extends ExitFieldsProps {
  readonly row: number;
  readonly label: string;
}

const TargetFields = ({ row, ...props }: Omit<RowProps, 'label'>) => (
  <>
    <TargetPrice {...{ ...props, row }} label={say('form.target.further', { number: String(row + 1) })} />
    <TargetShare
      {...{ ...props, row }}
      label={say('form.target.share.further', { number: String(row + 1) })}
    />
  </>
);

const TargetPrice = ({ row, label, draft, check: { errors, questions }, onChange }: RowProps) => (
  <Field
    id={`target-${row}`}
    label={label}
    value={draft.targets[row]?.price ?? ''}
    placeholder={say('form.none')}
    unit={<Unit>USD</Unit>}
    error={errors[`targets[${row}].price`]}
    question={questions[`targets[${row}].price`]}
    onInput={(price) => onChange(withTarget(draft, row, { price }))}
  />
);

const TargetShare = ({ row, label, draft, check: { errors, questions }, onChange }: RowProps) => (
  <Field
    id={`target-share-${row}`}
    label={label}
    value={draft.targets[row]?.share ?? ''}
    placeholder={say('form.target.rest')}
    unit={<Unit>%</Unit>}
    error={errors[`targets[${row}].share`]}
    question={questions[`targets[${row}].share`]}
    onInput={(share) => onChange(withTarget(draft, row, { share }))}
  />
);

/** The form with a part of a target; rows at the end that say nothing are none. */
function withTarget(draft: PositionDraft, row: number, part: Partial<TargetDraft>): PositionDraft {
  const rows = Array.from({ length: Math.max(draft.targets.length, row + 1) }, (_, at) => ({
    ...(draft.targets[at] ?? EMPTY_TARGET),
    ...(at === row ? part : {}),
  }));
  const last = rows.findLastIndex(({ price, share }) => price !== '' || share !== '');
  return { ...draft, targets: rows.slice(0, last + 1) };
}

interface MoreProps extends Pick<ExitFieldsProps, 'draft' | 'check'> {
  readonly children: ComponentChildren;
}

/** Folded until it is asked for, or until something in it is wrong. */
function More({ draft, check: { errors, questions, missing }, children }: MoreProps) {
  const count = draft.targets.length;
  const needsLook = [...Object.keys(errors), ...Object.keys(questions), ...missing].some(
    (field) => field === 'horizonHours' || (field.startsWith('targets') && field !== 'targets[0].price'),
  );
  const [isOpen, setOpen] = useState(needsLook);
  useEffect(() => {
    if (needsLook) setOpen(true);
  }, [needsLook]);
  return (
    <details class="more-inputs" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span>{say('form.more')}</span>
        <span class="figure">{say('form.more.figure', { hours: draft.horizonHours, targets: count })}</span>
      </summary>
      <div class="position-form">{children}</div>
    </details>
  );
}
