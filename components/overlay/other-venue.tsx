import { say } from '../../core/i18n/say.ts';
import { SITES } from '../../core/sites/registry.ts';

interface OtherVenueProps {
  /** Id of the page's site. */
  readonly site: string;
  readonly base: string;
  /** Its figures are among those that are added up. */
  readonly isPolled: boolean;
}

/** On a page whose venue is not polled: whose figures these are. Nothing elsewhere. */
export function OtherVenue({ site, base, isPolled }: OtherVenueProps) {
  if (isPolled) return null;
  const name = SITES.find(({ id }) => id === site)?.name;
  return (
    <p class="secondary">
      {name === undefined ? say('other-venue.unnamed', { base }) : say('other-venue', { base, name })}
    </p>
  );
}
