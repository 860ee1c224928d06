import { expect, test } from 'vitest';

import { RateLimitedError } from '../../core/market/errors.ts';
import { createHostGate } from '../../core/sources/host-gate.ts';
import { createPorts, createWorld } from './support/fake-ports.ts';
import { createFakeVenues } from './support/fake-venues.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;

/** A venue whose one answer tells of all coins: each market asks the same and reads its own part. */
function createAllCoins(answer: () => Promise<unknown>) {
  const ports = createPorts(createWorld(NOW_MS));
  let requests = 0;
  const http = {
    ...ports.http,
    fetchJson: () => {
      requests++;
      return answer();
    },
  };
  const gate = createHostGate({ ...ports, http });
  const { hyperliquid } = createFakeVenues(NOW_MS / 1000 - 86_400);
  const ask = (coin: string) =>
    gate.ask(
      hyperliquid,
      {
        request: {
          url: 'https://hyperliquid.example/info',
          method: 'POST',
          body: '{"type":"metaAndAssetCtxs"}',
          budget: 'hyperliquid',
          weight: 1,
        },
        parse: (json) => (json as Readonly<Record<string, number>>)[coin],
      },
      NOW_MS + 10_000,
    );
  return { ask, requests: () => requests };
}

test('markets that ask a venue the same at once share one request, and each reads its own part of the answer', async () => {
  const { ask, requests } = createAllCoins(async () => ({ BTC: 94_766, ETH: 3_310 }));

  const answers = await Promise.all([ask('BTC'), ask('ETH')]);

  expect(answers).toMatchObject([
    { kind: 'answer', value: 94_766 },
    { kind: 'answer', value: 3_310 },
  ]);
  expect(requests()).toBe(1);
});

test('who asks when the answer has come asks anew', async () => {
  const { ask, requests } = createAllCoins(async () => ({ BTC: 94_766 }));

  await ask('BTC');
  await ask('BTC');

  expect(requests()).toBe(2);
});

test('a refusal is one for all who shared the request, and the next may ask again after it', async () => {
  const { ask, requests } = createAllCoins(async () => {
    throw new RateLimitedError(NOW_MS + 60_000, 'asks to wait');
  });

  const answers = await Promise.allSettled([ask('BTC'), ask('ETH')]);

  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(requests()).toBe(1);
  expect(await ask('BTC')).toMatchObject({ kind: 'closed', fault: { code: 'rate-limited', count: 1 } });
});
