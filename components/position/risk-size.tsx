import { say } from '../../core/i18n/say-own.ts';
import type { SavedPosition } from '../../core/market/position.ts';
import { writeNumber } from '../../core/market/number-text.ts';
import type { BookDepth } from '../../core/risk/advice/book-depth.ts';
import { sizeForRisk } from '../../core/risk/plan/size-for-risk.ts';
import { Field, Unit, useExample } from '../popup/field.tsx';
import { useLocale } from '../ui/locale.ts';
import { useOwn } from '../ui/own-amounts.ts';
import { readNumber } from '../ui/read-number.ts';

export interface RiskSizeProps {
  readonly position: SavedPosition;
  /** Of entry and of exit each, a fraction. */
  readonly takerFee: number;
  /** Of the side that the stop takes from; null: the book was not polled. */
  readonly depth: BookDepth | null;
  /** Dollars that the stop may cost, as typed. */
  readonly risk: string;
  readonly onRisk: (risk: string) => void;
  /** Takes a size in dollars; null where the position cannot be changed. */
  readonly onSize: ((notionalUsd: number) => void) | null;
}

/** The size at which the stop costs what the user says. */
export function RiskSize({ position, takerFee, depth, risk, onRisk, onSize }: RiskSizeProps) {
  const locale = useLocale();
  const own = useOwn();
  const example = useExample();
  const { value, error, question } = readNumber(risk, locale);
  const size = value === null ? null : sizeForRisk(position, value, { takerFee, depth });
  return (
    <div class="risk-size">
      <Field
        id="plan-risk"
        label={say('plan.risk')}
        isOwn
        value={risk}
        placeholder={example(200)}
        unit={<Unit>{say('plan.risk.unit')}</Unit>}
        error={error}
        question={question}
        onInput={onRisk}
      />
      {value !== null && (
        <p>
          {size === null
            ? say('plan.size.no-stop')
            : say(depth === null ? 'plan.size.no-slip' : 'plan.size', {
                usd: own.usd(size.notionalUsd),
                base: own.text(writeNumber(Number(size.sizeBase.toPrecision(4)), locale)),
                coin: position.base,
              })}{' '}
          {size !== null && onSize !== null && (
            <button type="button" class="button small" onClick={() => onSize(size.notionalUsd)}>
              {say('plan.size.use')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
