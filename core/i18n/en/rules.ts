import type { Messages } from '../message.ts';

/** Rules of warnings and their settings, as the options page names them. */
export const rules = {
  'rule.own-liquidation': 'My liquidation is near or likely',
  'setting.ownDistance': 'Nearer than',
  'setting.ownDistance.unit': '% away',
  'setting.ownChance': 'Or its chance above',
  'setting.ownChance.unit': '% in 24 h',

  'rule.bell': 'A bell of mine is reached',

  'rule.level': 'A key level is touched, closed beyond or reclaimed',
  'setting.levelScore': 'Least strength of the level',
  'setting.levelScore.unit': '% strength',

  'rule.cluster': 'The price comes near a large cluster',
  'setting.clusterAtr': 'Nearer than',
  'setting.clusterAtr.unit': 'average day’s ranges',
  'setting.clusterShare': 'Holding at least',
  'setting.clusterShare.unit': '% of its side',

  'rule.cascade': 'Forced flow would carry the price far beyond a cluster',
  'setting.cascadeAtr': 'At least',
  'setting.cascadeAtr.unit': 'average day’s ranges',

  'rule.burst': 'A burst of real liquidations',
  'setting.burstMultiple': 'At least',
  'setting.burstMultiple.unit': 'times a busy quarter hour',

  'rule.open-interest': 'Open interest drops fast',
  'setting.openInterestDrop': 'At least',
  'setting.openInterestDrop.unit': '% within an hour',

  'rule.event': 'A high-impact economic event comes',
  'setting.eventLeadMs': 'Told',
  'setting.eventLeadMs.unit': 'minutes before',

  'rule.missed': 'What was missed while nothing was watched, once at the start',
} as const satisfies Messages;
