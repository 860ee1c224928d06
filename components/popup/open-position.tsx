import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { say } from '../../core/i18n/say-own.ts';
import { writeNumber } from '../../core/market/number-text.ts';
import { liquidationContext } from '../../core/report/position-markets.ts';
import { positionLiquidation } from '../../core/risk/liquidation.ts';
import { ReadPosition } from '../account/read-position.tsx';
import { glanceDecimals, priceDecimals } from '../ui/format.ts';
import { later } from '../ui/later.tsx';
import { useLocale } from '../ui/locale.ts';
import { useStore } from '../ui/use-store.ts';
import { FundingSection } from '../position/funding-section.tsx';
import { GoldSection, LadderSection } from './more-sections.tsx';
import { PathSection } from './path-section.tsx';
import type { PopupActions } from './popup-actions.ts';
import type { PopupStore } from './popup-store.ts';
import { baseOf, type PositionDraft } from './position-draft.ts';
import type { PositionFigures } from './position-figures.ts';
import { PositionForm } from './position-form.tsx';
import { Results } from './results.tsx';
import { SizeSection } from './size-section.tsx';
import { StopsSection } from './stops-section.tsx';
import { useAccount } from './use-account.ts';
import type { Desk } from './use-desk.ts';
import { WhatIf } from './what-if.tsx';

const AccountSection = later(async () => (await import('../position/account-section.tsx')).AccountSection);
const PlanSection = later(async () => (await import('../position/plan-section.tsx')).PlanSection);

interface OpenPositionProps {
  readonly store: PopupStore;
  readonly actions: Pick<PopupActions, 'onPut' | 'onRemove'>;
  readonly desk: Desk;
  /** The inputs of a new position are folded as long as this holds. */
  readonly isFolded?: boolean;
}

/** The inputs of one position, and what becomes of it. */
export function OpenPosition({ store, actions, desk, isFolded = false }: OpenPositionProps) {
  const { draft, check, figures, saved, read, savedDraft, isChanged, change, wishes, wishesCheck } = desk;
  const nowMs = useStore(store, (state) => state.nowMs);
  return (
    <>
      {read?.origin !== undefined && figures !== null ? (
        <ReadPosition
          position={read}
          origin={read.origin}
          decimals={decimalsOf(figures).exact}
          nowMs={nowMs}
          onCopy={() => change(draft)}
        />
      ) : (
        <Inputs key={draft.id} isNew={saved === undefined} isFolded={isFolded}>
          <PositionForm
            {...{ draft, check, isChanged }}
            isSaved={saved !== undefined}
            tierLeverage={tierLeverage(figures)}
            onChange={change}
            onSave={() => check.position && actions.onPut(check.position)}
            onRevert={() => savedDraft && change(savedDraft)}
            onDelete={() => {
              actions.onRemove(draft.id);
              desk.openNew();
            }}
          />
        </Inputs>
      )}
      {figures === null ? (
        <p class="secondary">{say(check.missing.length > 0 ? 'popup.missing' : 'popup.wrong')}</p>
      ) : (
        <Answer
          {...{ figures, draft, change, desk }}
          isRead={read !== null}
          nowMs={nowMs}
          savedLiquidation={savedLiquidation(desk)}
        >
          <SizeSection
            {...{ figures, wishes }}
            check={wishesCheck}
            onWishes={(next) => store.setState({ wishes: next })}
          />
        </Answer>
      )}
    </>
  );
}

interface InputsProps {
  readonly isNew: boolean;
  readonly isFolded: boolean;
  readonly children: ComponentChildren;
}

/** Folded for a saved position; saving a new one does not fold what is being typed in. */
function Inputs({ isNew, isFolded, children }: InputsProps) {
  const isWanted = isNew && !isFolded;
  const [isOpen, setOpen] = useState(isWanted);
  useEffect(() => {
    if (isWanted) setOpen(true);
  }, [isWanted]);
  return (
    <details class="inputs" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say(isNew ? 'popup.new' : 'popup.inputs')}</summary>
      {children}
    </details>
  );
}

/** Of the position as it is saved, where the inputs differ from it. */
const savedLiquidation = ({ isChanged, saved, positions, markets }: Desk): number | null =>
  isChanged && saved !== undefined
    ? positionLiquidation(saved, liquidationContext({ position: saved, positions, markets })).liquidationPrice
    : null;

interface AnswerProps {
  readonly figures: PositionFigures;
  readonly draft: PositionDraft;
  /** It was read at an address: what changes it is another position. */
  readonly isRead: boolean;
  /** By the venues' clock. */
  readonly nowMs: number;
  readonly savedLiquidation: number | null;
  readonly desk: Desk;
  readonly change: (draft: PositionDraft) => void;
  readonly children: ComponentChildren;
}

function Answer({ figures, draft, isRead, nowMs, savedLiquidation, desk, change, children }: AnswerProps) {
  const account = useAccount(desk);
  const { exact, glance } = decimalsOf(figures);
  const locale = useLocale();
  const [risk, setRisk] = useState('');
  const { position, answer, price } = figures;
  const { plan, funding } = answer;
  return (
    <>
      <Results {...{ figures, savedLiquidation }} decimals={exact} />
      {!isRead && <WhatIf {...{ draft, figures }} onChange={change} />}
      <div class="sections">
        <PlanSection
          {...{ plan, position, risk }}
          hasVolatility={figures.volatilityBasis !== null}
          decimals={{ glance, exact }}
          takerFee={plan.breakEven.takerFee}
          depth={figures.stopDepth}
          onRisk={setRisk}
          onSize={isRead ? null : (usd) => change(withSize(draft, usd, locale))}
        />
        <PathSection figures={figures} decimals={glance} />
        <StopsSection
          figures={figures}
          decimals={glance}
          onStop={(price) => change({ ...draft, stopPrice: writeNumber(price, locale) })}
        />
        {children}
        {funding !== null && (
          <FundingSection
            {...{ position, funding, nowMs }}
            markPrice={price ?? position.entryPrice}
            decimals={exact}
          />
        )}
        <LadderSection figures={figures} decimals={glance} />
        <AccountSection {...account} coin={baseOf(draft)} />
        <GoldSection figures={figures} />
      </div>
    </>
  );
}

/** The form with a size in dollars, to five figures. */
const withSize = (draft: PositionDraft, usd: number, locale: string): PositionDraft => ({
  ...draft,
  sizeUnit: 'usd',
  size: writeNumber(Number(usd.toPrecision(5)), locale),
});

/** Decimals of prices that one acts on, and of those for a glance. */
export function decimalsOf({ price, position, report }: PositionFigures): { exact: number; glance: number } {
  const reference = price ?? position.entryPrice;
  const tickSize = report?.tickSize ?? null;
  return { exact: priceDecimals(reference, tickSize), glance: glanceDecimals(reference, tickSize) };
}

/** A table that stands in for another limits nothing. */
function tierLeverage(figures: PositionFigures | null): number | null {
  const liquidation = figures?.answer.liquidation;
  return liquidation?.tiersUsed?.generic === false ? (liquidation.tier?.maxLeverage ?? null) : null;
}
