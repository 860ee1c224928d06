import * as v from 'valibot';

import { place } from '../../ledger/place.ts';
import { UNASKED_LISTENING } from '../../ledger/settings/listening.ts';
import { mapChoices } from '../../ledger/settings/map-choices.ts';
import { type Settings, settings } from '../../ledger/settings/settings.ts';
import { dropShown } from '../../ledger/shown-tables.ts';
import { VENUE_IDS } from '../../market/venue-id.ts';
import { fromOwn, fromPage } from './question.ts';

/** What the user chooses. */
export const settingQuestions = {
  'change-place': fromPage(
    { site: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,32}$/)), change: place.schema },
    ({ site, change }, { placeOn }) => placeOn(site).change(() => change),
  ),

  /** How the map is looked at; the only settings that the panel may change itself. */
  'change-map-choices': fromPage({ change: mapChoices.schema }, async ({ change }, household) => {
    const after = await household.settings.change(() => ({ mapChoices: change }));
    return after.mapChoices;
  }),

  /**
   * Answers the question whom to listen to with the venues of open pages alone. A page may take this answer from its
   * visitor by a trick, so it never takes back one that was given.
   */
  'listen-to-own-pages': fromPage({}, async (_nothing, household) => {
    const { listening } = await household.settings.change((current) =>
      current.listening.isAnswered ? null : { listening: { ...UNASKED_LISTENING, isAnswered: true } },
    );
    return listening;
  }),

  /** A venue that is asked at another host from now on is asked at once. */
  'change-settings': fromOwn({ change: settings.schema }, async ({ change }, household) => {
    const { service, poll } = household;
    let before: Settings | null = null;
    const after = await household.settings.change((current) => {
      before = current;
      return change;
    });
    const moved = VENUE_IDS.filter((venue) => after.hosts[venue] !== before?.hosts[venue]);
    for (const venue of moved) await service.askAnew(venue);
    if (moved.length > 0) (await service.watched()).forEach(poll);
    const off = VENUE_IDS.filter(
      (site) => before?.pageTables.includes(site) && !after.pageTables.includes(site),
    );
    if (off.length > 0)
      await household.shownTables.change((tables) =>
        dropShown(tables, ({ site }) => off.some((one) => one === site)),
      );
    return after;
  }),
};
