import type { HeardOrders, ShownOrder, ShownPart } from '../../core/market/heard-orders.ts';

/** Epoch seconds, the end excluded. */
export interface Span {
  readonly fromS: number;
  readonly untilS: number;
}

/** Asks the worker for the forced orders that were heard of a market; null where there is no answer. */
export type AskOrders = (asked: Span & { readonly market: string }) => Promise<HeardOrders | null>;

/** What of a market's forced orders a pane shows, as of `nowS`. */
export interface WantedOrders extends Span {
  readonly market: string;
  readonly nowS: number;
}

interface KnownOrders extends Span, HeardOrders {}

interface Question extends Span {
  /** What was known before it stays known. */
  readonly isLater: boolean;
}

export interface OrderKeeper {
  /** The same object until others are known. */
  readonly orders: () => readonly ShownOrder[];
  /** Which of them `orders` has. */
  readonly part: () => ShownPart;
  /** Asks for what is not known of what is wanted; costs a few comparisons where all is. */
  readonly want: (wanted: WantedOrders) => void;
  readonly forget: () => void;
}

const NONE: readonly ShownOrder[] = [];

/** So much more on either side, as a share of what is seen, that a small move needs no asking. */
const SPARE = 0.5;

/** Venues tell orders late. */
const LATE_S = 900;

/** Of so many times what is seen, an answer that was cut leaves out what there is room for. */
const WIDE = 4;

/** Between two questions, while what is seen goes on changing. */
const PAUSE_MS = 250;

/** Keeps the forced orders of the times that are looked at. `onNews`: `orders` has changed. */
export function keepOrders(ask: AskOrders, onNews: () => void): OrderKeeper {
  let known: KnownOrders | null = null;
  let market = '';
  let wanted: WantedOrders | null = null;
  let isAsking = false;
  /** The report at which there was no answer: the next one is asked for. */
  let failedS = NaN;

  const work = async (): Promise<void> => {
    isAsking = true;
    while (wanted !== null) {
      const { nowS, market: own } = wanted;
      const question = lackingOf(known, wanted);
      wanted = null;
      if (question === null) continue;
      const { fromS, untilS } = question;
      const answer = await ask({ market: own, fromS, untilS });
      if (answer === null) failedS = nowS;
      else if (own === market) {
        const before = known?.orders;
        known = joined(known, question, answer);
        if (known.orders !== before) onNews();
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    isAsking = false;
  };

  return {
    orders: () => known?.orders ?? NONE,
    part: () => {
      if (known === null || known.orders.length === 0) return 'none';
      return known.isCut || known.isSampled ? 'least' : 'all';
    },
    want: (asked) => {
      if (asked.market !== market) {
        known = null;
        market = asked.market;
      }
      if (asked.nowS === failedS || lackingOf(known, asked) === null) return;
      wanted = asked;
      if (!isAsking) void work();
    },
    forget: () => {
      known = null;
      wanted = null;
      market = '';
    },
  };
}

/** What to ask for; null for nothing. */
function lackingOf(known: KnownOrders | null, { fromS, untilS, nowS }: WantedOrders): Question | null {
  const seenUntilS = Math.min(untilS, nowS);
  if (!(seenUntilS > fromS)) return null;
  const spareS = SPARE * (untilS - fromS);
  const whole = {
    fromS: Math.max(0, fromS - spareS),
    untilS: Math.min(untilS + spareS, nowS),
    isLater: false,
  };
  if (known === null || fromS < known.fromS || fromS > known.untilS) return whole;
  if (known.isCut && lengthOf(known) > WIDE * lengthOf(whole)) return whole;
  if (seenUntilS <= known.untilS) return null;
  return { fromS: Math.max(known.fromS, known.untilS - LATE_S), untilS: whole.untilS, isLater: true };
}

const lengthOf = ({ fromS, untilS }: Span): number => untilS - fromS;

/** What is known once `asked` is answered. */
function joined(
  known: KnownOrders | null,
  { fromS, untilS, isLater }: Question,
  answer: HeardOrders,
): KnownOrders {
  if (known === null || !isLater) return { fromS, untilS, ...answer };
  const kept = known.orders.filter(({ atMs }) => atMs < fromS * 1000);
  const orders = [...kept, ...answer.orders];
  const isSame =
    orders.length === known.orders.length &&
    orders.every(({ atMs }, row) => atMs === known.orders[row]?.atMs);
  return {
    fromS: known.fromS,
    untilS,
    orders: isSame ? known.orders : orders,
    isCut: known.isCut || answer.isCut,
    isSampled: known.isSampled || answer.isSampled,
  };
}
