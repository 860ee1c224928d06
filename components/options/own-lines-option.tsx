import { say } from '../../core/i18n/say-page.ts';

interface OwnLinesOptionProps {
  readonly isOn: boolean;
  readonly onTurn: (isOn: boolean) => void;
}

/** The choice to have the user's positions drawn on the chart of their venue's page. */
export const OwnLinesOption = ({ isOn, onTurn }: OwnLinesOptionProps) => (
  <div>
    <label>
      <input type="checkbox" checked={isOn} onChange={() => onTurn(!isOn)} /> {say('looks.own-lines')}
    </label>
    <p class="secondary">{say('looks.own-lines.about')}</p>
  </div>
);
