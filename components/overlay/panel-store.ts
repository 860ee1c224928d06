import { createStore, type StoreApi } from 'zustand/vanilla';

import type { ShownPart } from '../../core/market/heard-orders.ts';
import type { Refusal } from '../../core/market/refusal.ts';
import type { ChartState } from '../../core/sites/chart-messages.ts';
import type { TimeFault } from '../../core/sites/time-axis.ts';
import type { BookState } from '../../core/sites/order-book.ts';
import type { OwnLine } from '../../core/market/own-line.ts';
import type { Quote } from '../../core/market/quote.ts';
import type { PanelPlace } from '../../core/ledger/place.ts';
import { panelSettings, type PanelSettings } from '../../core/ledger/settings/panel-settings.ts';
import type { PanelSurroundings } from './panel-condition.ts';
import { DEFAULT_PLACE } from './place.ts';

export interface PanelState extends PanelSurroundings, Omit<PanelSettings, 'theme'> {
  /** The price between reports; null before the first. */
  readonly quote: Quote | null;
  /** Venues' time less the device's, milliseconds. */
  readonly clockOffsetMs: number;
  readonly place: PanelPlace;
  /** Whether the user has put the panel there; else it stands where the page's chart leaves room. */
  readonly isPlaced: boolean;
  /** The bands reach this fraction of the price to each side. */
  readonly span: number;
  /** What the page looks like, or what the user chose instead. */
  readonly theme: 'dark' | 'light';
  /** Ids of the warnings that the user has taken off the list. */
  readonly dismissed: readonly string[];
  /** Warnings of the user's own that are off the list of this page for a while, which no other page knows. */
  readonly resting: readonly { readonly id: string; readonly untilMs: number }[];
  /** The last press of the user's was not counted. */
  readonly isPressRefused: boolean;
  /** Why the last thing that was done here could not be; null where it could. */
  readonly refused: Refusal | null;
  /** Of the bands on the page's own chart. */
  readonly chartState: ChartState;
  /** Why no heat map can stand on it; null where it can, or where there is no chart. */
  readonly timeFault: TimeFault | null;
  /** Of the user's positions in the market at the page's venue: painted on its chart, and written nowhere. */
  readonly ownLines: readonly OwnLine[];
  /** Of the forced orders, as dots on the page's own chart. */
  readonly dots: ShownPart;
  /** A dialog of the page's wants the panel's place. */
  readonly isInTheWay: boolean;
  /** Whether the page's site may have an order book that can be read. */
  readonly hasBook: boolean;
  readonly bookState: BookState;
}

export type PanelStore = StoreApi<PanelState>;

/** The store of one panel. */
export const createPanelStore = (initial: Partial<PanelState> & { readonly nowMs: number }): PanelStore =>
  createStore<PanelState>()(() => ({
    ...panelSettings.fallback,
    market: null,
    report: null,
    quote: null,
    online: true,
    workerAnswers: true,
    isListed: true,
    clockOffsetMs: 0,
    place: DEFAULT_PLACE,
    isPlaced: false,
    span: 0.12,
    theme: 'dark',
    refused: null,
    dismissed: [],
    resting: [],
    isPressRefused: false,
    chartState: 'searching',
    timeFault: null,
    ownLines: [],
    dots: 'none',
    isInTheWay: false,
    hasBook: false,
    bookState: 'searching',
    ...initial,
  }));
