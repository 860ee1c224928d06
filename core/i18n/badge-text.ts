import { fixedText } from './amount-text.ts';

/** What stands on the icon, at most four characters: `!` for a warning, `5.1%` for the way to the nearest cluster. */
export function badgeText({
  isWarning,
  distance,
}: {
  readonly isWarning: boolean;
  readonly distance: number | null;
}): string {
  if (isWarning) return '!';
  if (distance === null) return '';
  const percent = 100 * distance;
  return percent < 9.95 ? `${fixedText(percent, 1)}%` : `${fixedText(Math.min(99, percent), 0)}%`;
}
