import { say } from '../../core/i18n/say-own.ts';
import { assetText } from '../../core/market/asset.ts';
import type { SavedPosition } from '../../core/market/position.ts';
import type { AccountOutcome, ScenarioOutcome } from '../../core/risk/account/scenario.ts';
import { riskVenueName } from '../../core/risk/formulas/registry.ts';
import { formatPercent, formatPrice } from '../ui/format.ts';
import { useOwn } from '../ui/own-amounts.ts';
import { type AccountInput, outcomeOf } from './account-figures.ts';
import type { Scenario } from './use-scenario.ts';

interface AccountTableProps {
  readonly scenario: Scenario;
  readonly input: AccountInput;
  readonly outcome: ScenarioOutcome;
  readonly decimalsOf: (position: SavedPosition) => number;
}

/** What a position is called among others. */
export const positionName = (position: SavedPosition): string =>
  say(`position.${position.side}`, { asset: assetText(position) });

/** Equity and margin ratio of each account before and after, and which position breaks first. */
export function AccountTable(props: AccountTableProps) {
  const { outcome, decimalsOf } = props;
  const own = useOwn();
  return (
    <>
      <p class={outcome.first === null ? '' : 'bad'} role="status">
        {firstText(props)}
      </p>
      <table class="figures list">
        <caption class="visually-hidden">{say('scenario.about')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('scenario.account')}</th>
            <th scope="col">{say('scenario.now')}</th>
            <th scope="col">{say('scenario.then')}</th>
            <th scope="col" title={say('results.margin-ratio.about')}>
              {say('scenario.ratio')}
            </th>
          </tr>
        </thead>
        <tbody>
          {outcome.accounts.map((one) => (
            <AccountRow key={one.account.positions[0].id} {...{ one, decimalsOf }} />
          ))}
          <tr class="best">
            <th scope="row">{say('scenario.equity')}</th>
            <td class="figure" title={own.exact(outcome.equityUsd)}>
              {own.usd(outcome.equityUsd)}
            </td>
            <td class="figure" title={own.exact(outcome.leftUsd)}>
              {own.usd(outcome.leftUsd)}
            </td>
            <td />
          </tr>
        </tbody>
      </table>
      <Interval {...props} />
      <Notes outcome={outcome} />
    </>
  );
}

function firstText({ outcome: { first }, scenario: { moves }, decimalsOf }: AccountTableProps): string {
  if (first === null) return say('scenario.none');
  const { position, at } = first;
  const price = formatPrice(first.price, decimalsOf(position));
  return at === 0
    ? say('scenario.first.now', { position: positionName(position), price })
    : say('scenario.first', {
        position: positionName(position),
        price,
        coin: assetText(position),
        move: formatPercent(at * (moves?.get(assetText(position)) ?? 0), 1, true),
      });
}

interface AccountRowProps {
  readonly one: AccountOutcome;
  readonly decimalsOf: AccountTableProps['decimalsOf'];
}

function AccountRow({ one: { account, now, after, breaks }, decimalsOf }: AccountRowProps) {
  const own = useOwn();
  const [first] = account.positions;
  const venue = riskVenueName(first.venue);
  const ratio = (value: number | null): string =>
    value === null ? say('scenario.gone') : formatPercent(value, 0);
  return (
    <tr>
      <th scope="row">
        {account.mode === 'cross'
          ? say('scenario.cross', { venue })
          : say('scenario.isolated', { position: positionName(first), venue })}
      </th>
      <td class="figure">{own.usd(now.equityUsd)}</td>
      {breaks === null ? (
        <>
          <td class="figure">{own.usd(after?.equityUsd ?? null)}</td>
          <td class="figure">
            {ratio(now.marginRatio)} → {ratio(after?.marginRatio ?? null)}
          </td>
        </>
      ) : (
        <td class="figure bad" colSpan={2}>
          {say('scenario.broken', {
            coin: assetText(breaks.position),
            price: formatPrice(breaks.price, decimalsOf(breaks.position)),
          })}
        </td>
      )}
    </tr>
  );
}

/** What is left by either end of the betas' intervals. */
function Interval({ scenario: { byBeta }, input }: AccountTableProps) {
  const own = useOwn();
  if (byBeta === null) return null;
  const ends = [byBeta.low, byBeta.high].map((moves) => outcomeOf(input, moves).leftUsd);
  return (
    <p class="secondary">
      {say('scenario.left.interval', {
        low: own.usd(Math.min(...ends)),
        high: own.usd(Math.max(...ends)),
      })}
    </p>
  );
}

/** What the figures leave out or take for granted. */
function Notes({ outcome: { accounts, leftOut, unpriced } }: Pick<AccountTableProps, 'outcome'>) {
  const texts = [
    ...accounts
      .filter(({ account }) => account.hasSeveralBalances)
      .map(({ account }) =>
        say('scenario.notes.balance', { venue: riskVenueName(account.positions[0].venue) }),
      ),
    ...(leftOut.length > 0 ? [say('scenario.notes.left-out', { positions: leftOut.map(positionName) })] : []),
    ...(unpriced.length > 0
      ? [say('scenario.notes.unpriced', { positions: unpriced.map(positionName) })]
      : []),
  ];
  return texts.map((text) => (
    <p key={text} class="secondary">
      {text}
    </p>
  ));
}
