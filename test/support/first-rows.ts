import { CLASSES } from '../../core/engine/parameters.ts';

const column = (length: number): Float64Array => new Float64Array(length).fill(2);

const stock = { weight: 3, positions: 9, known: column(CLASSES), model: column(CLASSES) };

/** Rows of the record as the first build that kept them wrote them, by table. */
export const FIRST_ROWS: Readonly<Record<string, object>> = {
  markets: { watchedAtMs: 1_763_900_000_000 },
  context: {
    okAtMs: 1_763_900_000_000,
    data: {
      kind: 'flows',
      days: [{ date: '2025-11-21', atS: 1_763_683_200, value: -2e8, source: 'bitbo' }],
    },
    failure: { code: 'http', message: 'answered 503', count: 1, retryAtMs: 1_763_900_060_000 },
  },
  alerts: {
    state: {
      raised: { 'level:1': true },
      toldAt: { 'level:1': 1_763_900_000_000 },
      closesSeenAt: null,
      samples: [{ atMs: 1_763_900_000_000, openInterestBase: 80_000, price: 87_000 }],
      given: [
        {
          id: 'level:1:1763900000000',
          rule: 'level',
          at: 1_763_900_000_000,
          price: 87_000,
          title: 'BTC is near a level',
          text: 'The low of last week is 0.3 % away.',
          cause: 'down',
          gravity: 2,
          isQuiet: false,
        },
      ],
    },
    lookedAtMs: 1_763_900_000_000,
    price: 87_000,
    untold: ['level:1:1763900000000'],
  },
  deliveries: { queuedAtMs: 1_763_900_000_000 },
  forcedOrders: {
    sinceMs: Uint32Array.of(1000),
    isShort: Uint8Array.of(1),
    orderPrice: Float32Array.of(87_000),
    filledPrice: Float32Array.of(NaN),
    quantityBase: Float32Array.of(0.5),
  },
  listening: { stretches: [{ fromMs: 1_763_900_000_000, untilMs: 1_763_900_060_000 }], revision: 1 },
  forecasts: {
    atS: 1_763_899_200,
    price: 87_000,
    usdScale: 3e8,
    names: ['forecast', 'distance'],
    densities: new Float32Array(2 * 2 * 80).fill(0.01),
  },
  outcomes: {
    atS: 1_763_899_200,
    horizonS: 14_400,
    heardShare: 0.6,
    names: ['forecast', 'distance'],
    sides: [
      {
        side: 'long',
        price: 87_000,
        edges: Float64Array.of(0, 0.0025, 0.005),
        firstUsd: column(2),
        firstPrints: column(2),
        allUsd: column(2),
        allPrints: column(2),
        masses: new Float32Array(4).fill(0.1),
      },
    ],
  },
  skill: {
    learntUntilS: 1_763_812_800,
    scoredUntilS: 1_763_899_200,
    mixture: {
      logWeights: { kernel: 0, refill: 0.1, refillMap: 0, kernelMap: 0, kernelRefillMap: -0.1 },
      windowUsd: { counts: column(500), total: 7, origin: 680 },
      realisedUsd: 4e6,
      forecastMass: { kernel: 1, refill: 1, refillMap: 1, kernelMap: 1, kernelRefillMap: 1 },
      windows: 4,
      squaredLogErrors: 3,
      erroredWindows: 4,
    },
    reports: [
      {
        horizonHours: 4,
        ratio: { p5: 0.9, p50: 1.2, p95: 1.6 },
        windows: 4,
        days: 1,
        usd: 4e6,
        verdict: 'too few',
      },
    ],
  },
  anchors: { anchor: { takenAtS: 1_764_277_000, long: stock, short: stock } },
  aside: {
    spans: [{ venue: 'okx', quantity: 'price', fromS: 1_764_450_000, untilS: 1_764_450_300, isOpen: false }],
    log: [
      {
        venue: 'okx',
        quantity: 'price',
        fromMs: 1_764_450_000_000,
        untilMs: 1_764_450_300_000,
        foundMs: 1_764_450_400_000,
      },
    ],
    funding: { okx: 0.0001 },
    fundingAtMs: 1_764_450_000_000,
  },
};
