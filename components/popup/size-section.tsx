import type { PositionSize } from '../../core/risk/advice/position-size.ts';
import { formatUsd, formatUsdExact } from '../ui/format.ts';
import { Field, Unit, useExample } from './field.tsx';
import type { PositionFigures } from './position-figures.ts';
import { Section } from './section.tsx';
import type { WishesCheck, WishesDraft } from './size-wishes.ts';

interface SizeSectionProps {
  readonly figures: PositionFigures;
  readonly wishes: WishesDraft;
  readonly check: WishesCheck;
  readonly onWishes: (wishes: WishesDraft) => void;
}

type Limit = keyof PositionSize['limits'];

const LIMITS: readonly (readonly [limit: Limit, name: string])[] = [
  ['risk', 'Risk at the stop'],
  ['volatility', 'Volatility target'],
  ['ruin', 'Chance of liquidation'],
  ['depth', 'Depth of the book'],
  ['kelly', 'A quarter of Kelly'],
];

/** The largest size for a given risk, and which limit binds. */
export function SizeSection({ figures, wishes, check, onWishes }: SizeSectionProps) {
  const { size } = figures.answer;
  const example = useExample();
  const figure = size?.notionalUsd == null ? 'enter your equity' : `${formatUsd(size.notionalUsd)} USD`;
  return (
    <Section title="Largest size" figure={figure}>
      <div class="position-form">
        {FIELDS.map(({ id, label, unit, placeholder }) => (
          <Field
            key={id}
            id={`wish-${id}`}
            label={label}
            value={wishes[id]}
            placeholder={typeof placeholder === 'number' ? example(placeholder) : placeholder}
            unit={<Unit>{unit}</Unit>}
            error={check.errors[id]}
            question={check.questions[id]}
            onInput={(value) => onWishes({ ...wishes, [id]: value })}
          />
        ))}
      </div>
      {size !== null && <Limits {...{ size, figures }} />}
    </Section>
  );
}

const FIELDS = [
  { id: 'equity', label: 'Equity', unit: 'USD', placeholder: 20_000 },
  { id: 'risk', label: 'Risk at the stop', unit: '% of equity', placeholder: '1' },
  { id: 'ruin', label: 'Chance of liquidation', unit: '%', placeholder: 'no limit' },
  { id: 'volatility', label: 'Volatility target', unit: '% a year', placeholder: 'no limit' },
  { id: 'edge', label: 'Edge you claim', unit: '% a year', placeholder: 'none' },
] as const;

function Limits({ size, figures }: { readonly size: PositionSize; readonly figures: PositionFigures }) {
  return (
    <table class="figures list">
      <caption class="visually-hidden">Largest position by each limit</caption>
      <tbody>
        {LIMITS.map(([limit, name]) => {
          const notionalUsd = size.limits[limit];
          const binds = size.binding === limit;
          return (
            <tr
              key={limit}
              class={binds ? 'best' : ''}
              title={notionalUsd === null ? '' : formatUsdExact(notionalUsd)}
            >
              <th scope="row">
                {name}
                {binds && ': binds'}
              </th>
              <td class="figure">
                {notionalUsd === null ? missingReason(limit, figures) : `${formatUsd(notionalUsd)} USD`}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Why a limit says nothing. */
function missingReason(limit: Limit, { position, volatilityBasis }: PositionFigures): string {
  if ((limit === 'risk' || limit === 'depth') && position.stopPrice === null) return 'no stop';
  if (limit === 'depth') return 'book not polled';
  if (limit === 'kelly') return 'no edge entered';
  if (volatilityBasis === null) return 'volatility not known';
  return 'no limit';
}
