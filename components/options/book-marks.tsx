import { say } from '../../core/i18n/say-page.ts';
import { SITES } from '../../core/sites/registry.ts';

interface BookMarksProps {
  readonly isOn: boolean;
  readonly onTurn: (isOn: boolean) => void;
}

const NAMES = SITES.flatMap(({ name, book }) => (book === undefined ? [] : [name])).join(', ');

/** The choice to have rows of a page's order book marked. */
export const BookMarks = ({ isOn, onTurn }: BookMarksProps) => (
  <div>
    <label>
      <input type="checkbox" checked={isOn} onChange={() => onTurn(!isOn)} /> {say('looks.marks')}
    </label>
    <p class="secondary">{say('looks.marks.about', { sites: NAMES })}</p>
  </div>
);
