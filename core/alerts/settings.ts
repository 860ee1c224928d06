import { isQuietHour, type QuietHours } from './quiet-hours.ts';

/** The rules that a user can switch off. */
export type AlertRule =
  | 'cluster'
  | 'level'
  | 'own-liquidation'
  | 'cascade'
  | 'burst'
  | 'open-interest'
  | 'event';

/** What the user wants to be told, and when not. */
export interface AlertSettings {
  readonly rules: Readonly<Record<AlertRule, boolean>>;
  /** Distance to a cluster, in average true ranges, from which it is told. */
  readonly clusterAtr: number;
  /** Least share of a side's exposure that a cluster holds. */
  readonly clusterShare: number;
  /** Least score of a level. */
  readonly levelScore: number;
  /** Distance to the own liquidation as a fraction of the price. */
  readonly ownDistance: number;
  /** Chance of the own liquidation within 24 hours. */
  readonly ownChance: number;
  /** Way that forced flow would carry the price beyond a cluster, in average true ranges. */
  readonly cascadeAtr: number;
  /** Liquidations of a quarter hour as a multiple of a busy one. */
  readonly burstMultiple: number;
  /** Share of open interest that is gone within an hour. */
  readonly openInterestDrop: number;
  readonly eventLeadMs: number;
  /** The same condition is told again after this time at the earliest. */
  readonly coolDownMs: number;
  /** Conditions of one cause within this time are one warning, unless a graver one comes. */
  readonly causeWindowMs: number;
  /** Warnings in any 24 hours; those about own positions are not counted. */
  readonly maxPerDay: number;
  /** No notification before this time; epoch milliseconds. */
  readonly snoozedUntilMs: number | null;
  readonly quietHours: QuietHours | null;
}

const HOUR_MS = 3_600_000;

export const DEFAULT_ALERT_SETTINGS: AlertSettings = {
  rules: {
    cluster: true,
    level: true,
    'own-liquidation': true,
    cascade: true,
    burst: true,
    'open-interest': true,
    event: true,
  },
  clusterAtr: 0.25,
  clusterShare: 0.1,
  levelScore: 0.7,
  ownDistance: 0.05,
  ownChance: 0.1,
  cascadeAtr: 0.5,
  burstMultiple: 3,
  openInterestDrop: 0.03,
  eventLeadMs: HOUR_MS,
  coolDownMs: 12 * HOUR_MS,
  causeWindowMs: 4 * HOUR_MS,
  maxPerDay: 6,
  snoozedUntilMs: null,
  quietHours: null,
};

/** Whether notifications rest now, by snooze or by the quiet hours of the user's IANA time zone. */
export function isQuiet(settings: AlertSettings, nowMs: number, timeZone: string): boolean {
  if (settings.snoozedUntilMs !== null && nowMs < settings.snoozedUntilMs) return true;
  return settings.quietHours !== null && isQuietHour(settings.quietHours, nowMs, timeZone);
}
