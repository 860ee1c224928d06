import * as v from 'valibot';
import type { Instrument } from '../../market/instrument.ts';
import { readAnswer } from '../shared/answer.ts';
import { decodeFrame } from '../shared/forced-order.ts';
import { expectSymbol } from '../shared/matching.ts';
import { pastMs } from '../shared/times.ts';
import type { MarkPriceStream } from '../venue.ts';
import { tickerFrame } from './schema.ts';
import { SOCKET } from './socket.ts';

/** The first frame holds everything, later ones what has changed. */
const withMarkPrice = v.looseObject({
  topic: v.pipe(v.string(), v.startsWith('tickers.')),
  data: v.looseObject({ markPrice: v.string() }),
});

/**
 * The mark price of one contract whenever it changes, ten times a second at most.
 * @see https://bybit-exchange.github.io/docs/v5/websocket/public/ticker
 */
export const markPriceStream = (instrument: Instrument): MarkPriceStream => ({
  ...SOCKET,
  subscribe: [JSON.stringify({ op: 'subscribe', args: [`tickers.${instrument.id}`] })],
  parse: (frame, nowMs) => {
    const json = decodeFrame(frame);
    if (!v.is(withMarkPrice, json)) return null;
    const { ts, data } = readAnswer(tickerFrame, json, 'tickers');
    expectSymbol('tickers.data.symbol', data.symbol, instrument);
    return { atMs: pastMs(ts, nowMs, 'tickers.ts'), markPrice: data.markPrice / instrument.multiplier };
  },
});
