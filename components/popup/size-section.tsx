import { say } from '../../core/i18n/say-own.ts';
import type { PositionSize } from '../../core/risk/advice/position-size.ts';
import { useOwn } from '../ui/own-amounts.ts';
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

const LIMITS: readonly Limit[] = ['risk', 'volatility', 'ruin', 'depth', 'kelly'];

/** The largest size for a given risk, and which limit binds. */
export function SizeSection({ figures, wishes, check, onWishes }: SizeSectionProps) {
  const { size } = figures.answer;
  const example = useExample();
  const own = useOwn();
  const figure =
    size?.notionalUsd == null ? say('size.enter') : say('size.usd', { usd: own.usd(size.notionalUsd) });
  return (
    <Section title={say('size.title')} figure={figure}>
      <div class="position-form">
        {FIELDS.map(({ id, placeholder }) => (
          <Field
            key={id}
            id={`wish-${id}`}
            label={say(`size.wish.${id}`)}
            value={wishes[id]}
            placeholder={typeof placeholder === 'number' ? example(placeholder) : placeholder}
            unit={<Unit>{say(`size.wish.${id}.unit`)}</Unit>}
            isOwn={id === 'equity'}
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

/** What may be wished, with an example. */
const FIELDS = [
  { id: 'equity', placeholder: 20_000 },
  { id: 'risk', placeholder: '1' },
  { id: 'ruin', placeholder: say('size.no-limit') },
  { id: 'volatility', placeholder: say('size.no-limit') },
  { id: 'edge', placeholder: say('form.none') },
] as const;

function Limits({ size, figures }: { readonly size: PositionSize; readonly figures: PositionFigures }) {
  const own = useOwn();
  return (
    <table class="figures list">
      <caption class="visually-hidden">{say('size.about')}</caption>
      <tbody>
        {LIMITS.map((limit) => {
          const name = say(`size.limit.${limit}`);
          const notionalUsd = size.limits[limit];
          const binds = size.binding === limit;
          return (
            <tr
              key={limit}
              class={binds ? 'best' : ''}
              title={notionalUsd === null ? undefined : own.exact(notionalUsd)}
            >
              <th scope="row">{binds ? say('size.binds', { limit: name }) : name}</th>
              <td class="figure">
                {notionalUsd === null
                  ? missingReason(limit, figures)
                  : say('size.usd', { usd: own.usd(notionalUsd) })}
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
  if ((limit === 'risk' || limit === 'depth') && position.stopPrice === null) return say('size.no-stop');
  if (limit === 'depth') return say('size.no-book');
  if (limit === 'kelly') return say('size.no-edge');
  if (volatilityBasis === null) return say('size.no-volatility');
  return say('size.no-limit');
}
