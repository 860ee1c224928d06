import { useMemo } from 'preact/hooks';

import type { SavedPosition } from '../../core/market/position.ts';
import { ClusterTable } from '../charts/cluster-table.tsx';
import { BandsView } from '../charts/bands-view.tsx';
import type { ChartLine } from '../charts/draw-bands.ts';
import { formatAge, formatPrice, glanceDecimals, priceDecimals } from '../ui/format.ts';
import { useStore } from '../ui/use-store.ts';
import { checkDraft, draftOf, emptyDraft, type PositionDraft } from './position-draft.ts';
import { positionFigures, type PositionFigures } from './position-figures.ts';
import { PositionForm } from './position-form.tsx';
import { PositionList } from './position-list.tsx';
import type { PopupStore } from './popup-store.ts';
import { Results } from './results.tsx';

/** What the popup asks of its surroundings. */
export interface PopupActions {
  readonly onSave: (positions: readonly SavedPosition[]) => void;
  /** Another coin was entered: its report and tiers are wanted. */
  readonly onBase: (base: string) => void;
  readonly onPermission: () => void;
  /** An id that no position has yet. */
  readonly newId: () => string;
}

interface PopupProps {
  readonly store: PopupStore;
  readonly actions: PopupActions;
}

/** Position risk: saved positions, the inputs of one, and what becomes of it. */
export function Popup({ store, actions }: PopupProps) {
  const positions = useStore(store, (state) => state.positions);
  const draft = useStore(store, (state) => state.draft);
  const report = useStore(store, (state) => state.report);
  const tiers = useStore(store, (state) => state.tiers);
  const saving = useStore(store, (state) => state.saving);
  const theme = useStore(store, (state) => state.theme);
  const palette = useStore(store, (state) => state.palette);
  const check = useMemo(() => checkDraft(draft), [draft]);
  const { position } = check;
  const figures = useMemo(
    () => position && positionFigures(position, report, tiers),
    [position, report, tiers],
  );
  const base = draft.base.trim().toUpperCase();
  const reference = report?.price ?? position?.entryPrice ?? 1;
  const decimals = glanceDecimals(reference, report?.tickSize ?? null);
  const open = (next: PositionDraft) => {
    store.setState({ draft: next, saving: 'idle' });
    if (next.base.trim().toUpperCase() !== base) actions.onBase(next.base.trim().toUpperCase());
  };
  const save = (next: readonly SavedPosition[]) => {
    store.setState({ positions: next });
    actions.onSave(next);
  };
  const isSaved = positions.some(({ id }) => id === draft.id);
  const openNew = () =>
    open(emptyDraft(actions.newId(), { venue: draft.venue, base: draft.base, price: report?.price ?? null }));
  return (
    <main class="plimsoll popup" data-theme={theme} data-palette={palette}>
      <Header store={store} base={base} decimals={decimals} />
      <Permission store={store} onPermission={actions.onPermission} />
      <PositionList
        {...{ positions, tiers }}
        tiersBase={base}
        selected={draft.id}
        onSelect={(id) => {
          const chosen = positions.find((candidate) => candidate.id === id);
          if (chosen !== undefined) open(draftOf(chosen));
        }}
        onNew={openNew}
      />
      <PositionForm
        {...{ draft, check, isSaved }}
        onChange={open}
        onSave={() => {
          if (position === null) return;
          save(
            isSaved
              ? positions.map((other) => (other.id === position.id ? position : other))
              : [...positions, position],
          );
        }}
        onDelete={() => {
          save(positions.filter(({ id }) => id !== draft.id));
          openNew();
        }}
      />
      <p class="secondary" role="status">
        {SAVING[saving]}
      </p>
      {position === null || figures === null ? (
        <p class="secondary">Enter coin, entry, size and margin to see where the position liquidates.</p>
      ) : (
        <>
          <Results
            position={position}
            figures={figures}
            decimals={priceDecimals(reference, report?.tickSize ?? null)}
          />
          {figures.between !== null && (
            <ClusterTable clusters={figures.between.clusters} view="exposure" decimals={decimals} />
          )}
          <OwnBands {...{ store, position, figures, decimals }} />
        </>
      )}
    </main>
  );
}

const SAVING = {
  idle: 'Positions stay on this device.',
  saved: 'Saved on this device.',
  failed: 'Could not be saved: the background does not answer. Try again.',
} as const;

function Header({
  store,
  base,
  decimals,
}: {
  readonly store: PopupStore;
  readonly base: string;
  readonly decimals: number;
}) {
  const report = useStore(store, (state) => state.report);
  const nowMs = useStore(store, (state) => state.nowMs);
  return (
    <header>
      <h1>Position risk</h1>
      <span class="secondary">
        {report?.price == null
          ? `${base || 'No coin'}: no figures yet`
          : `${base} ${formatPrice(report.price, decimals)}, ${formatAge(nowMs - report.at)} ago`}
      </span>
    </header>
  );
}

function Permission({
  store,
  onPermission,
}: {
  readonly store: PopupStore;
  readonly onPermission: () => void;
}) {
  const missing = useStore(store, (state) => state.missingOrigins);
  if (missing.length === 0) return null;
  const hosts = missing.map((origin) => origin.replace(/^https:\/\/|\/\*$/g, '')).join(', ');
  return (
    <p class="notice warn">
      <span>Plimsoll may not read {hosts}. Without it the map lacks that venue.</span>
      <button type="button" class="button" onClick={onPermission}>
        Allow
      </button>
    </p>
  );
}

const SPANS = [0.05, 0.12, 0.25, 0.5];

interface OwnBandsProps {
  readonly store: PopupStore;
  readonly position: SavedPosition;
  readonly figures: PositionFigures;
  readonly decimals: number;
}

/** The market's bands with the position's own prices on them. */
function OwnBands({ store, position, figures, decimals }: OwnBandsProps) {
  const report = useStore(store, (state) => state.report);
  const theme = useStore(store, (state) => `${state.theme} ${state.palette}`);
  const lines = useMemo(() => ownLines(position, figures), [position, figures]);
  if (report?.map == null || report.price === null) return null;
  const { map, price } = report;
  const far = Math.max(...lines.map((line) => Math.abs(line.price / price - 1)));
  const span = SPANS.find((candidate) => candidate > far * 1.05) ?? 0.5;
  return (
    <BandsView
      {...{ report, map, price, decimals, span, theme }}
      view="exposure"
      multiplier={1}
      ownLines={lines}
    />
  );
}

function ownLines(position: SavedPosition, { liquidation }: PositionFigures): readonly ChartLine[] {
  const named = [
    ['my liquidation', liquidation.liquidationPrice],
    ['my stop', position.stopPrice],
    ['my entry', position.entryPrice],
  ] as const;
  return named.flatMap(([label, price]) => (price === null ? [] : [{ kind: 'own', price, label } as const]));
}
