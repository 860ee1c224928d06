import type { Messages } from '../message.ts';

const left = 'It left its own last hour and no other venue followed.';
const alone = 'Nothing else says so.';

/** Venues and other sources: what each does not do, and figures that are not believed. */
export const sources = {
  /** Why a source has nothing to say, as a part of what follows. */
  'reason.late': '{names:list} is late',
  'reason.network': '{names:list} cannot be reached',
  'reason.timeout': '{names:list} did not answer in time',
  'reason.http': '{names:list} answered with an error',
  'reason.rate-limited': '{names:list} asked Plimsoll to wait',
  'reason.region': '{names:list} refused this region',
  'reason.blocked': '{names:list} turned this connection away for its region or address',
  'reason.schema': '{names:list} answered in an unknown form',
  'reason.permission': '{names:list} needs your consent in the browser',
  'reason.not-listed': '{names:list} does not list it',
  'reason.glitch': '{names:list} gave figures that cannot be true',
  'reason.set-aside': '{names:list} contradicts the others',
  'reason.unanswered': '{names:list} has not answered yet',
  'reason.of-part': '{reason} ({part})',

  'source.again': '{reason}: tried again soon.',
  'source.left-out': '{reason}: left out of the map.',
  'source.elsewhere': '{reason}: left out of the map, unless {hosts} serves you.',
  'source.hosts': 'one of its {count:number} other hosts',

  'kind.instruments': 'its list of markets',
  'kind.ticker': 'prices',
  'kind.candles': 'candles',
  'kind.open-interest': 'open interest',
  'kind.daily-open-interest': 'open interest by days',
  'kind.archived-open-interest': 'its archive',
  'kind.burn-in': 'older candles',
  'kind.account-ratio': 'accounts',
  'kind.tiers': 'maintenance tiers',
  'kind.daily': 'daily candles',
  'kind.depth': 'order book',
  'kind.forced-orders': 'forced orders',
  'kind.positions': 'public positions',

  'aside.price.others': [
    '{venue:venue}’s price is set aside until it agrees again.',
    {
      count: 'others',
      one: 'It says {told}, another venue {believed}.',
      other: 'It says {told}, {others:number} other venues agree on {believed}.',
    },
  ],
  'aside.price.past': [
    '{venue:venue}’s price is set aside until it agrees again.',
    'It says {told}, before it said {believed}.',
    alone,
  ],
  'aside.open-interest.others': [
    '{venue:venue}’s open interest is set aside until it agrees again.',
    'It says {told}, before it said {believed}.',
    left,
  ],
  'aside.open-interest.past': [
    '{venue:venue}’s open interest is set aside until it agrees again.',
    'It says {told}, before it said {believed}.',
    alone,
  ],
  'aside.volume.others': ['{venue:venue}’s volume is set aside until it agrees again.', left],
  'aside.volume.past': ['{venue:venue}’s volume is set aside until it agrees again.', alone],
  'aside.funding.others': [
    '{venue:venue}’s funding is set aside until it agrees again.',
    'It says {told}, before it said {believed}.',
    left,
  ],
  'aside.funding.past': [
    '{venue:venue}’s funding is set aside until it agrees again.',
    'It says {told}, before it said {believed}.',
    alone,
  ],
  'aside.funding.unpaid':
    '{venue:venue}’s funding is set aside until it agrees again. It says {told}, which no venue pays.',
  'aside.other-asset': 'So far off, it is another asset of the same name.',
  'aside.coins': '{coins:number} coins',

  'aside.claim': '{venue:venue} says {told}',
  'aside.nothing': 'nothing',
  'aside.own-bars': '{claim}, which contradicts its own bars: neither is believed until one of them moves.',
  'aside.contradiction':
    'Venues contradict each other: {claims:list}. None of them is believed until another venue decides.',
  'aside.two-assets': 'So far apart, they are two assets of one name.',

  'sources.none': 'No answer yet',
  'sources.ok': '{venue:venue} answers',
  'sources.partly': '{venue:venue} answers in part',
  'sources.down': '{venue:venue} does not answer',
  'sources.never': 'never',
  'sources.ago': '{age} ago',
  'sources.summary': 'Sources: {well:number} of {all:number} venues answer',
  'sources.silent': 'Forced orders of {names:list} are not listened to: the map learns from the others.',
  'sources.read-since': 'Read since {time}',
  'sources.public':
    '{venue:venue} shows {positions:number} open positions: {longUsd:usd} of longs and {shortUsd:usd} of shorts stand in the map at their own liquidation price.',
} as const satisfies Messages;
