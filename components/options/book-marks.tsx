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
      <input type="checkbox" checked={isOn} onChange={() => onTurn(!isOn)} /> Marks in the order book
    </label>
    <p class="secondary">
      Rows of the page’s own order book that lie in a band get a small bar, for which its prices are read (
      {NAMES}).
    </p>
  </div>
);
