import { say } from '../../core/i18n/say-own.ts';
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';

import { writeNumber } from '../../core/market/number-text.ts';
import { positionLiquidation } from '../../core/risk/liquidation.ts';
import { glanceDecimals, priceDecimals } from '../ui/format.ts';
import { Locale, useLocale } from '../ui/locale.ts';
import { useStore } from '../ui/use-store.ts';
import { FileActions } from './file-actions.tsx';
import { FundingSection, GoldSection, LadderSection } from './more-sections.tsx';
import { PathSection } from './path-section.tsx';
import type { PopupActions } from './popup-actions.ts';
import { PopupHeader } from './popup-header.tsx';
import type { PopupStore } from './popup-store.ts';
import { baseOf, checkDraft, draftOf, emptyDraft, entryOf, type PositionDraft } from './position-draft.ts';
import { liquidationContext, positionFigures, type PositionFigures } from './position-figures.ts';
import { PositionForm } from './position-form.tsx';
import { PositionList } from './position-list.tsx';
import { positionText } from './position-text.ts';
import { Results } from './results.tsx';
import { SizeSection } from './size-section.tsx';
import { checkWishes } from './size-wishes.ts';
import { StopsSection } from './stops-section.tsx';
import { useMarkets } from './use-markets.ts';
import { WhatIf } from './what-if.tsx';

interface PopupProps {
  readonly store: PopupStore;
  readonly actions: PopupActions;
}

/** Position risk: saved positions, the inputs of one, and what becomes of it. */
export function Popup({ store, actions }: PopupProps) {
  const positions = useStore(store, (state) => state.positions);
  const draft = useStore(store, (state) => state.draft);
  const wishes = useStore(store, (state) => state.wishes);
  const markets = useMarkets(store);
  const notice = useStore(store, (state) => state.notice);
  const theme = useStore(store, (state) => state.theme);
  const palette = useStore(store, (state) => state.palette);
  const locale = useStore(store, (state) => state.locale);
  const price = markets[baseOf(draft)]?.report?.price ?? null;
  const check = useMemo(() => checkDraft(draft, locale, price), [draft, locale, price]);
  const wishesCheck = useMemo(() => checkWishes(wishes, locale), [wishes, locale]);
  const { position } = check;
  const figures = useMemo(
    () => position && positionFigures({ position, positions, markets, wishes: wishesCheck.wishes }),
    [position, positions, markets, wishesCheck],
  );
  const saved = positions.find(({ id }) => id === draft.id);
  const savedDraft = useMemo(() => saved && draftOf(saved, locale), [saved, locale]);
  const isChanged = savedDraft !== undefined && JSON.stringify(savedDraft) !== JSON.stringify(draft);

  const open = (next: PositionDraft) => {
    store.setState({ draft: next, notice: null });
    if (baseOf(next) !== baseOf(draft)) actions.onBase(baseOf(next));
  };
  const openNew = () => {
    const entry = entryOf(markets[baseOf(draft)]?.report ?? null);
    open(emptyDraft(actions.newId(), { ...draft, price: entry }, locale));
  };
  return (
    <Locale.Provider value={locale}>
      <main class="plimsoll popup" data-theme={theme} data-palette={palette}>
        <PopupHeader
          {...{ store, actions }}
          base={check.errors.base === undefined ? baseOf(draft) : ''}
          onNew={saved === undefined ? null : openNew}
        />
        <PositionList
          {...{ positions, markets }}
          selected={draft.id}
          onSelect={(id) => {
            const chosen = positions.find((candidate) => candidate.id === id);
            if (chosen !== undefined) open(draftOf(chosen, locale));
          }}
        />
        <Inputs key={draft.id} isNew={saved === undefined}>
          <PositionForm
            {...{ draft, check, isChanged }}
            isSaved={saved !== undefined}
            tierLeverage={tierLeverage(figures)}
            onChange={open}
            onSave={() => position && actions.onPut(position)}
            onRevert={() => savedDraft && open(savedDraft)}
            onDelete={() => {
              actions.onRemove(draft.id);
              openNew();
            }}
          />
        </Inputs>
        {figures === null ? (
          <p class="secondary">{say(check.missing.length > 0 ? 'popup.missing' : 'popup.wrong')}</p>
        ) : (
          <Answer
            {...{ figures, draft, open }}
            savedLiquidation={
              isChanged && saved
                ? positionLiquidation(saved, liquidationContext({ position: saved, positions, markets }))
                    .liquidationPrice
                : null
            }
          >
            <SizeSection
              {...{ figures, wishes }}
              check={wishesCheck}
              onWishes={(next) => store.setState({ wishes: next })}
            />
          </Answer>
        )}
        <FileActions
          hasPositions={positions.length > 0}
          onCopy={figures && (() => actions.onCopy(positionText(figures, decimalsOf(figures).exact)))}
          onExport={actions.onExport}
          onImport={actions.onImport}
          onOpenTab={actions.onOpenTab}
        />
        <p class={`secondary ${notice?.kind === 'failed' ? 'bad' : ''}`} role="status">
          {notice?.text ?? say('popup.local')}
        </p>
      </main>
    </Locale.Provider>
  );
}

/** Folded for a saved position; saving a new one does not fold what is being typed in. */
function Inputs({ isNew, children }: { readonly isNew: boolean; readonly children: ComponentChildren }) {
  const [wasNew] = useState(isNew);
  return (
    <details class="inputs" open={wasNew}>
      <summary>{say(isNew ? 'popup.new' : 'popup.inputs')}</summary>
      {children}
    </details>
  );
}

interface AnswerProps {
  readonly figures: PositionFigures;
  readonly draft: PositionDraft;
  readonly savedLiquidation: number | null;
  readonly open: (draft: PositionDraft) => void;
  readonly children: ComponentChildren;
}

function Answer({ figures, draft, savedLiquidation, open, children }: AnswerProps) {
  const { exact, glance } = decimalsOf(figures);
  const locale = useLocale();
  return (
    <>
      <Results {...{ figures, savedLiquidation }} decimals={exact} />
      <WhatIf {...{ draft, figures }} onChange={open} />
      <div class="sections">
        <PathSection figures={figures} decimals={glance} />
        <StopsSection
          figures={figures}
          decimals={glance}
          onStop={(price) => open({ ...draft, stopPrice: writeNumber(price, locale) })}
        />
        {children}
        <FundingSection figures={figures} decimals={exact} />
        <LadderSection figures={figures} decimals={glance} />
        <GoldSection figures={figures} />
      </div>
    </>
  );
}

function decimalsOf({ price, position, report }: PositionFigures): { exact: number; glance: number } {
  const reference = price ?? position.entryPrice;
  const tickSize = report?.tickSize ?? null;
  return { exact: priceDecimals(reference, tickSize), glance: glanceDecimals(reference, tickSize) };
}

/** A table that stands in for another limits nothing. */
function tierLeverage(figures: PositionFigures | null): number | null {
  const liquidation = figures?.answer.liquidation;
  return liquidation?.tiersUsed?.generic === false ? (liquidation.tier?.maxLeverage ?? null) : null;
}
