/** What builds of the project's own history wrote to `local:settings`. */

/** 0.1.0: hours of quiet with the user's distance from UTC, no listening, no hosts. */
export const SETTINGS_OF_0_1_0 = {
  version: 1,
  venues: ['binance', 'bybit', 'okx', 'hyperliquid'],
  watchList: ['SOLUSDT', 'ETHUSDT'],
  palette: 'green-red',
  theme: 'dark',
  alerts: {
    rules: {
      cluster: true,
      level: false,
      'own-liquidation': true,
      cascade: true,
      burst: true,
      'open-interest': false,
      event: true,
    },
    clusterAtr: 0.25,
    clusterShare: 0.1,
    levelScore: 0.8,
    ownDistance: 0.07,
    ownChance: 0.1,
    cascadeAtr: 0.5,
    burstMultiple: 3,
    openInterestDrop: 0.03,
    eventLeadMs: 3_600_000,
    coolDownMs: 43_200_000,
    causeWindowMs: 14_400_000,
    maxPerDay: 4,
    snoozedUntilMs: null,
    quietHours: { fromMinute: 1320, untilMinute: 420, utcOffsetMinutes: 60 },
  },
  listenAlways: true,
  bookMarks: true,
} as const;

/** The first build that stored settings. */
export const SETTINGS_OF_THE_FIRST_BUILD = {
  version: 1,
  venues: ['binance', 'bybit'],
  watchList: ['SOLUSDT'],
  palette: 'orange-blue',
  theme: 'light',
} as const;

/** Before 0.2.0: sockets that were open are remembered, OKX is asked at its European host. */
export const SETTINGS_OF_0_2_0 = {
  ...SETTINGS_OF_0_1_0,
  alerts: { ...SETTINGS_OF_0_1_0.alerts, quietHours: { fromMinute: 1320, untilMinute: 420 } },
  hosts: { okx: 'eea.okx.com' },
  listening: { isAnswered: true, venues: ['okx'], ownPages: false },
} as const;
