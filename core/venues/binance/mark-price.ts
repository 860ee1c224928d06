import * as v from 'valibot';
import type { Instrument } from '../../market/instrument.ts';
import { readAnswer } from '../shared/answer.ts';
import { decodeFrame } from '../shared/forced-order.ts';
import { expectSymbol } from '../shared/matching.ts';
import { nextFundingMs, pastMs } from '../shared/times.ts';
import type { MarkPriceStream } from '../venue.ts';
import { markPriceUpdate } from './schema.ts';

const event = v.looseObject({ e: v.literal('markPriceUpdate') });

/**
 * The mark price of one symbol, each second. The rate beside it is left out, as its interval is not told.
 * @see https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/Mark-Price-Stream
 */
export const markPriceStream = (instrument: Instrument, lines: string): MarkPriceStream => ({
  url: `${lines}/${instrument.id.toLowerCase()}@markPrice@1s`,
  subscribe: [],
  heartbeat: null,
  parse: (frame, nowMs) => {
    const json = decodeFrame(frame);
    if (!v.is(event, json)) return null;
    const { E, s, p, T } = readAnswer(markPriceUpdate, json, 'markPriceUpdate');
    expectSymbol('markPriceUpdate.s', s, instrument);
    return {
      atMs: pastMs(E, nowMs, 'markPriceUpdate.E'),
      markPrice: p / instrument.multiplier,
      nextFundingAtMs: nextFundingMs(T, nowMs, 'markPriceUpdate.T'),
    };
  },
});
