import type { ComponentChildren } from 'preact';

import { say } from '../../core/i18n/say-own.ts';
import { shortAddress } from '../../core/market/account.ts';
import { assetText } from '../../core/market/asset.ts';
import { positionSizeBase, type PositionOrigin, type SavedPosition } from '../../core/market/position.ts';
import { formatAge, formatFigures, formatPercent, formatPrice, formatTime } from '../ui/format.ts';
import { useOwn } from '../ui/own-amounts.ts';
import { riskVenueName } from '../../core/risk/formulas/registry.ts';
import { STALE_MS } from './account-words.ts';

interface ReadPositionProps {
  readonly position: SavedPosition;
  readonly origin: PositionOrigin;
  /** Of the instrument's tick. */
  readonly decimals: number;
  readonly nowMs: number;
  /** Has the position copied into the form, as one of the user's own. */
  readonly onCopy: () => void;
}

/** A position that was read at an address or on a page: what it is and as of when. Nothing of it can be changed. */
export function ReadPosition({ position, origin, decimals, nowMs, onCopy }: ReadPositionProps) {
  const { stopPrice, targets = [], marginMode, walletBalanceUsd } = position;
  const ageMs = nowMs - origin.atMs;
  const own = useOwn();
  const size = own.text(formatFigures(positionSizeBase(position)));
  const isOfPage = origin.kind === 'page';
  const isBackingUntold =
    origin.kind === 'page' ? marginMode === 'cross' && walletBalanceUsd === null : origin.isBackingImplied;
  return (
    <section class="read-position" aria-label={say(isOfPage ? 'shown.position' : 'account.position')}>
      <p class={ageMs > STALE_MS ? 'warn' : 'secondary'} title={formatTime(origin.atMs)}>
        {whence(origin, position.venue, formatAge(ageMs))}
      </p>
      <table class="figures">
        <tbody>
          <Row label={say('account.size')}>
            {size} {assetText(position)}
          </Row>
          <Row label={say('account.entry')}>{formatPrice(position.entryPrice, decimals)}</Row>
          <Row label={say('account.mode')}>{say(`account.${marginMode}`)}</Row>
          {origin.kind === 'page' && (
            <Row label={say('shown.leverage')}>{say('shown.times', { leverage: origin.leverage })}</Row>
          )}
          {!isOfPage && (
            <>
              <Row label={say('account.stop')}>
                {stopPrice === null ? say('account.no-stop') : formatPrice(stopPrice, decimals)}
              </Row>
              <Row label={say('account.targets')}>
                {targets.length === 0
                  ? say('account.no-targets')
                  : targets
                      .map(({ price, share }) =>
                        say('account.target', {
                          price: formatPrice(price, decimals),
                          share: formatPercent(share, 0),
                        }),
                      )
                      .join(', ')}
              </Row>
            </>
          )}
        </tbody>
      </table>
      {isBackingUntold && <p class="secondary">{say(isOfPage ? 'shown.cross' : 'account.pooled')}</p>}
      <p class="secondary">
        {say(isOfPage ? 'shown.unchanged' : 'account.unchanged')}{' '}
        <button type="button" class="button small" onClick={onCopy}>
          {say('account.copy')}
        </button>
      </p>
    </section>
  );
}

/** Where a position was read, and when. */
function whence(origin: PositionOrigin, venue: string, age: string): string {
  if (origin.kind === 'page') return say('shown.read', { venue: riskVenueName(venue), age });
  const address = shortAddress(origin.address);
  return origin.label === null
    ? say('account.read', { address, age })
    : say('account.read.named', { name: origin.label, address, age });
}

const Row = ({ label, children }: { readonly label: string; readonly children: ComponentChildren }) => (
  <tr>
    <th scope="row">{label}</th>
    <td class="figure">{children}</td>
  </tr>
);
