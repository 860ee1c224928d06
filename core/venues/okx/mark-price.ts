import * as v from 'valibot';
import type { Instrument } from '../../market/instrument.ts';
import { decodeFrame } from '../shared/forced-order.ts';
import { rowOf } from '../shared/matching.ts';
import { pastMs } from '../shared/times.ts';
import type { MarkPriceStream } from '../venue.ts';
import { list, markPrice } from './schema.ts';
import { SOCKET } from './socket.ts';

const markPriceFrame = v.looseObject({
  arg: v.looseObject({ channel: v.literal('mark-price') }),
  data: list,
});

/**
 * The mark price of one contract whenever it changes, five times a second at most.
 * @see https://www.okx.com/docs-v5/en/#public-data-websocket-mark-price-channel
 */
export const markPriceStream = (instrument: Instrument): MarkPriceStream => ({
  ...SOCKET,
  subscribe: [JSON.stringify({ op: 'subscribe', args: [{ channel: 'mark-price', instId: instrument.id }] })],
  parse: (frame, nowMs) => {
    const json = decodeFrame(frame);
    if (!v.is(markPriceFrame, json)) return null;
    const row = rowOf(markPrice, json.data, 'instId', instrument, 'mark-price.data');
    return {
      atMs: pastMs(row.ts, nowMs, 'mark-price.data.ts'),
      markPrice: row.markPx / instrument.multiplier,
    };
  },
});
