import { say } from '../../core/i18n/say-own.ts';
import { useRef } from 'preact/hooks';

import type { SavedPosition } from '../../core/market/position.ts';
import { writeNumber } from '../../core/market/number-text.ts';
import { formatFigures, formatPercent } from '../ui/format.ts';
import { useLocale } from '../ui/locale.ts';
import { useOwn } from '../ui/own-amounts.ts';
import type { PositionFigures } from './position-figures.ts';
import { MOST_LEVERAGE, baseOf, type PositionDraft } from './position-draft.ts';
import { Slider } from './slider.tsx';

interface WhatIfProps {
  readonly draft: PositionDraft;
  readonly figures: PositionFigures;
  readonly onChange: (draft: PositionDraft) => void;
}

/** How far a slider reaches to both sides of where it was found. */
const REACH = 10;
const WIDEST_STOP = 0.3;

/** A number as a slider leaves it in the form: no more figures than it can tell. */
function useWritten(): (value: number, figures?: number) => string {
  const locale = useLocale();
  return (value, figures = 3) => writeNumber(Number(value.toPrecision(figures)), locale);
}

/** Sliders for leverage, margin, size and stop; they write into the form, so everything follows. */
export function WhatIf({ draft, figures, onChange }: WhatIfProps) {
  const { position } = figures;
  const write = useWritten();
  const change = (part: Partial<PositionDraft>) => onChange({ ...draft, ...part });
  const coin = baseOf(draft);
  const unit = draft.sizeUnit === 'usd' ? 'USD' : coin;
  const amounts = useOwn();
  const size = useReach(`${draft.id} ${draft.sizeUnit}`, position.size.value);
  return (
    <section class="what-if" aria-label={say('what-if.about')}>
      {position.marginMode === 'isolated' ? (
        <IsolatedSliders {...{ draft, figures, onChange }} />
      ) : (
        <WalletSlider {...{ draft, figures, onChange }} />
      )}
      <Slider
        label={say('form.size')}
        value={position.size.value}
        {...size}
        text={`${amounts.text(formatFigures(position.size.value))} ${unit}`}
        onChange={(value) => change({ size: write(value) })}
      />
      <StopSlider {...{ draft, figures, onChange }} />
    </section>
  );
}

function IsolatedSliders({ draft, figures, onChange }: WhatIfProps) {
  const { position, answer, notionalUsd } = figures;
  const write = useWritten();
  const amounts = useOwn();
  const own = draft.contract === 'inverse' ? baseOf(draft) : 'USD';
  const notional = draft.contract === 'inverse' ? notionalUsd / position.entryPrice : notionalUsd;
  const margin = marginOf(position, notional);
  const leverage = notional / margin;
  const highest = Math.max(answer.liquidation.tier?.maxLeverage ?? MOST_LEVERAGE, leverage, 1.1);
  return (
    <>
      <Slider
        label={say('form.leverage')}
        value={leverage}
        min={Math.min(1, leverage)}
        max={highest}
        text={`${Number(leverage.toPrecision(3))}×`}
        onChange={(value) =>
          onChange({ ...draft, marginKind: 'leverage', margin: write(Math.min(value, MOST_LEVERAGE)) })
        }
      />
      <Slider
        label={say('form.margin')}
        value={margin}
        min={notional / highest}
        max={Math.max(notional, margin)}
        text={`${amounts.text(formatFigures(margin, 4))} ${own}`}
        onChange={(value) => onChange({ ...draft, marginKind: 'own', margin: write(value) })}
      />
    </>
  );
}

/** Isolated margin without what was added, in what the contract settles in. */
function marginOf({ margin, entryPrice, contract }: SavedPosition, notional: number): number {
  if (margin.kind === 'leverage') return notional / margin.leverage;
  if (margin.kind === 'base') return contract === 'inverse' ? margin.base : margin.base * entryPrice;
  return contract === 'inverse' ? margin.usd / entryPrice : margin.usd;
}

function WalletSlider({ draft, figures: { position }, onChange }: WhatIfProps) {
  const write = useWritten();
  const amounts = useOwn();
  const isInverse = draft.contract === 'inverse';
  const wallet = (isInverse ? position.walletBalanceBase : position.walletBalanceUsd) ?? 0;
  const reach = useReach(`${draft.id} ${draft.contract}`, wallet);
  if (!(wallet > 0)) return null;
  return (
    <Slider
      label={say('what-if.wallet')}
      value={wallet}
      {...reach}
      text={`${amounts.text(formatFigures(wallet))} ${isInverse ? baseOf(draft) : 'USD'}`}
      onChange={(value) => onChange({ ...draft, walletBalance: write(value) })}
    />
  );
}

function StopSlider({ draft, figures, onChange }: WhatIfProps) {
  const { position } = figures;
  const write = useWritten();
  const price = figures.price ?? position.entryPrice;
  const away = position.side === 'long' ? -1 : 1;
  const stop = position.stopPrice;
  const distance = stop === null ? 0 : Math.max(0, away * (stop / price - 1));
  return (
    <Slider
      label={say('form.stop')}
      value={Math.min(distance, WIDEST_STOP)}
      min={0}
      max={WIDEST_STOP}
      isLinear
      text={stop === null ? say('form.none') : formatPercent(away * distance, 1, true)}
      onChange={(value) =>
        onChange({
          ...draft,
          stopPrice: value === 0 ? '' : write(price * (1 + away * value), 5),
        })
      }
    />
  );
}

/** Bounds around the value that a slider had when it was first seen, or when the form went beyond them. */
function useReach(key: string, value: number): { readonly min: number; readonly max: number } {
  const anchor = useRef({ key, value });
  const { current } = anchor;
  if (current.key !== key || value > current.value * REACH || value < current.value / REACH)
    anchor.current = { key, value };
  return { min: anchor.current.value / REACH, max: anchor.current.value * REACH };
}
